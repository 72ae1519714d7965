# Accounts and sending: what the server said, what it means and what mends it.

# The mail

mail-trial-subject = [TRIAL]
mail-trial = This is a trial: it was sent to its own sender only, and to nobody else.

finding-reread-not-mail = this is not a mail
    .mend = give the `.eml` that `compose` wrote or your mail client saved
# Accounts

finding-folder-no-home = the system does not say where your own folder is
    .mend = set HOME, or set this variable to a folder of your own
