# Accounts and sending: what the server said, what it means and what mends it.

# Accounts

finding-folder-no-home = the system does not say where your own folder is
    .mend = set HOME, or set this variable to a folder of your own
