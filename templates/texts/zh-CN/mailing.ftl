# Accounts and sending: what the server said, what it means and what mends it.

# The mail

mail-trial-subject = 【试发】
mail-trial = 这是一封试发邮件，只发给了发件人自己，没有发给其他任何人。

finding-reread-not-mail = 这不是一封邮件
    .mend = 请使用 `compose` 生成的或邮件客户端保存的 `.eml` 文件
# Accounts

finding-folder-no-home = 系统没有告知您的个人文件夹在哪里
    .mend = 请设置 HOME，或把这个环境变量设为您自己的文件夹
