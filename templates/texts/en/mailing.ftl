# Accounts and sending: what the server said, what it means and what mends it.

# Accounts

finding-folder-no-home = the system does not say where your own folder is
    .mend = set HOME, or set this variable to a folder of your own

## Help

help-account = Keeps the mailboxes that mail is sent from; never their passwords
    .examples =
        unfreeze account add shop@qq.com
        unfreeze account check
help-account-add = Adds a mailbox: its address in, its settings out, and how to get what it asks for at login
    .examples =
        unfreeze account add shop@qq.com
        unfreeze account add shop@example.com --provider exmail
        unfreeze account add shop@example.com --server smtps://mail.example.com \
            --password-command "pass show mail/shop"
help-account-add-address = The mailbox's address
help-account-add-name = What to call it; without it, its address
help-account-add-provider = Where a company's own domain has its mail
help-account-add-server = Its server instead: smtps://HOST is TLS from the start, smtp://HOST is STARTTLS, which is required; smtp+plain://localhost is for this machine only, and without a login
help-account-add-user = Who logs in; without it, the address
help-account-add-password-command = A command that prints the password or authorization code, run each time
help-account-add-token-command = A command that prints an OAuth2 access token, run each time
help-account-add-keyring = Let the system's keyring keep the password
help-account-add-force = Replace the account of the same name
help-account-list = Lists the mailboxes
    .examples = unfreeze account list --json
help-account-check = Logs in to a mailbox, says what its server said, and sends nothing
    .examples =
        unfreeze account check
        unfreeze account check shop@qq.com --timeout 20
help-account-check-name = The account; not needed when there is only one
help-account-check-password-command = Take the password from this command for once
help-account-check-ca-file = Trust the certificates in this PEM file besides the system's
help-account-check-timeout = Seconds to wait for the connection and for each reply
help-account-remove = Removes a mailbox, and its password from the system's keyring
    .examples = unfreeze account remove shop@qq.com
help-account-remove-name = The account

## What is said

account-how = { $provider } asks for { $wanted }. How to get it:
account-step = { $number }. { $step }
account-published = As published, { $date }; the provider's own pages are the authority.
account-unverified = Not verified ({ $date }): the provider's own pages are the authority; try it with `unfreeze account check`.
account-or = { ", " }
account-added = account added: { $name } ({ $file }, without a password)
account-same = already there, nothing changed: { $name }
account-replaced = account replaced: { $name } ({ $file }, without a password)
account-next = next: `unfreeze account check { $name }`
account-removed = account removed: { $name }
account-list-empty = no account yet; add one: `unfreeze account add ADDRESS`
account-row = { $name }: { $address }, { $server }, { $secret }
account-secret-prompt = asks for the password
account-secret-command = password from a command
account-secret-token-command = access token from a command
account-secret-keyring = password from the system's keyring
account-connecting = { $name }: connecting to { $server }
account-logged-in = { $name }: the server accepted the login; nothing was sent
account-reached = { $name }: the server answers, and asks for no login; nothing was sent
account-size-limit = It takes mails of up to { $megabytes } MB.
account-ask-provider = Where does { $domain } have its mail?
    .help = arrows and Enter to choose, letters to search; Esc to stop
    .other = somewhere else
account-ask-keyring = Let the system's keyring keep the password?
    .help = y: it is typed once; n: it is asked for each time
password-authorization-code = an authorization code, not the password of the mailbox
password-app-password = an app password, not the password of the account
password-account = the password of the mailbox
password-token = an access token; passwords do not work
secret-ask = { $address }: what { $host } asks for
    .help = nothing is shown while you type or paste; Enter ends it, Esc stops
secret-ask-authorization-code = Authorization code of { $address } (not the password):
secret-ask-app-password = App password of { $address } (not the password):
secret-ask-account = Password of { $address } at { $host }:
secret-ask-token = Password of { $address } at { $host } (it will probably be refused):

## The account is wrong

finding-account-name = this cannot be the name of an account
    .mend = use one word of letters, digits and `-_.@+`, at most 100 characters
finding-account-user = nobody logs in by such a name
    .mend = give the user as the provider writes it, mostly the whole address
finding-account-plain-login = a login is never sent without TLS
    .mend = use `smtps://` or `smtp://`, or leave the user out
finding-account-command = this is not a command
    .mend = give one line that prints the password, such as `pass show mail/shop`
finding-account-command-secret = this command holds the password itself, and would put it into a file
    .mend = let the command read it from where it is kept, or leave it out and be asked each time
finding-account-domain = it is not known where { $domain } has its mail
    .mend = add `--provider` with one of: { $keys }; or `--server smtps://HOST`
finding-account-token-only = no way by password is promised here: { $why }
    .mend = { $mend }
finding-account-exists = there is another account of this name
    .mend = give another one with `--name`, or replace it with `--force`
finding-account-unknown = there is no such account
    .mend = { $suggestion ->
        [none] `unfreeze account list` shows them
       *[other] did you mean `{ $suggestion }`? `unfreeze account list` shows them
    }
finding-account-none = there is no account yet
    .mend = add one: `unfreeze account add ADDRESS`
finding-account-which = there are several accounts
    .mend = name one of: { $names }
finding-account-not-utf8 = the file is not UTF-8
    .mend = save it as UTF-8
finding-account-syntax = line { $line } is not TOML
    .mend = mend the line, or move the file away and add the accounts again
finding-account-not-a-table = this is not an account
    .mend = an account begins with its name in brackets: `[shop]`
finding-account-not-a-text = a text in quotes belongs here
    .mend = write it in quotes
finding-account-missing = this is missing
    .mend = add it, or add the account again with `unfreeze account add ADDRESS --force`
finding-account-unknown-key = there is no such key
    .mend = { $suggestion ->
        [none] known are: { $known }
       *[other] did you mean `{ $suggestion }`? known are: { $known }
    }
finding-account-password-in-file = no password belongs into this file
    .mend = take the line out; use `secret = "prompt"`, `"command"` or `"keyring"`
finding-account-command-unused = there is a command, but `secret` does not say `command`
    .mend = write `secret = "command"`, or take the command out
finding-account-secret = this is not where a password can come from
    .mend = one of: { $known }

## The password cannot be had

finding-usage-seconds = `{ $value }` is not a time
    .mend = give whole seconds, from 1 to 86400
finding-secret-no-terminal = there is nobody to ask for the password: this is not a terminal
    .mend = give `--password-command CMD`, or set UNFREEZE_PASSWORD
finding-secret-empty = nothing was typed
    .mend = try again; nothing is shown while you type or paste
finding-secret-not-text = the password is not plain text
    .mend = it has to be one line of UTF-8 without control characters
finding-secret-command-start = the command for the password could not be run
    .mend = run it in a shell by itself first
finding-secret-command-failed = the command for the password failed with status { $status }
    .mend = run it in a shell by itself; what it says of its failure stands above
finding-secret-command-empty = the command for the password printed nothing
    .mend = it has to print the password on one line
finding-secret-command-lines = the command for the password printed more than one line
    .mend = it has to print the password and nothing else, for example with `| head -n 1`
finding-secret-command-long = the command for the password printed more than any password has
    .mend = it has to print the password on one line and nothing else
finding-keyring-absent = this program was built without the system's keyring
    .mend = be asked each time, use `--password-command`, or build it with `--features keyring`
finding-keyring-unavailable = the system's keyring cannot be reached, or is locked
    .mend = unlock it or start its service, be asked each time instead, or use `--password-command`
finding-keyring-missing = the system's keyring has no password for this account
    .mend = add the account again: `unfreeze account add ADDRESS --keyring --force`
finding-keyring-failed = the system's keyring refused
    .mend = look at it with the system's own program, or use `--password-command`

## What the server's refusal means

finding-reply-authorization-code = the server wants the authorization code, not the password of the mailbox ({ $reply })
    .mend = `unfreeze account add ADDRESS` tells how to get one; if the code is right, wait half an hour: some servers refuse right codes for a while
finding-reply-client-password = the server wants the password for mail programs, or the administrator has not opened SMTP ({ $reply })
    .mend = make a client password in the mailbox's settings, and ask the administrator whether other mail programs are allowed
finding-reply-app-password = the server wants an app password, not the password of the account ({ $reply })
    .mend = make one in the account's security settings; `unfreeze account add ADDRESS` tells how
finding-reply-no-password = Microsoft no longer takes passwords from mail programs ({ $reply })
    .mend = write the draft with `unfreeze compose` and send it from your mail client, or log in by `--token-command`
finding-reply-token = the access token is not valid, or no longer ({ $reply })
    .mend = let the command of `--token-command` fetch a fresh one
finding-reply-too-many-logins = there were too many tries to log in ({ $reply })
    .mend = see that the code is right, wait half an hour, then try once
finding-reply-network-denied = the administrator allows logins from certain networks only ({ $reply })
    .mend = ask the administrator to allow this network, or use another one
finding-reply-wrong-node = this server does not know your company's domain ({ $reply })
    .mend = the mail lives at another node: choose it with `--provider`, such as netease-enterprise-hangzhou
finding-reply-service-off = sending by mail programs is not turned on for this mailbox ({ $reply })
    .mend = turn on SMTP in the mailbox's settings, then get an authorization code; `unfreeze account add ADDRESS` tells how
finding-reply-locked = the mailbox is locked ({ $reply })
    .mend = log in to it in a browser and follow what it says there
finding-reply-login-missing = the server takes mail only after a login ({ $reply })
    .mend = give the account a user: `unfreeze account add ADDRESS --user USER --force`
finding-reply-login = the server refused the login ({ $reply })
    .mend = check user and password; many mailboxes want an authorization code or an app password instead
finding-reply-login-later = the server cannot check logins just now ({ $reply })
    .mend = wait a few minutes, then try again
finding-reply-sender = From has to be the address that logs in ({ $reply })
    .mend = write the account's own address into the case as `from`, or use the account of that address
finding-reply-pace = the server finds it too much or too often ({ $reply })
    .mend = wait half an hour, then `unfreeze send --resume`; other mails from this mailbox count, too
finding-reply-recipient-full = the recipient's mailbox is full ({ $reply })
    .mend = file the urgent ticket in the seller backend; it does not depend on this mail
finding-reply-recipient-unknown = the recipient's server does not know this address ({ $reply })
    .mend = compare it with the Contact Us page of the seller backend, and file the urgent ticket there
finding-reply-too-large = the mail is too large for the server ({ $reply })
    .mend = take out screenshots that do not show the notice, or use another mailbox
finding-reply-spam = the server takes the mail for spam ({ $reply })
    .mend = send it from another mailbox, best from the one the store logs in with, or by hand from the mailbox's web page with the draft
