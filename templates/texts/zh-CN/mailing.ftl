# Accounts and sending: what the server said, what it means and what mends it.

# Accounts

finding-folder-no-home = 系统没有告知您的个人文件夹在哪里
    .mend = 请设置 HOME，或把这个环境变量设为您自己的文件夹
