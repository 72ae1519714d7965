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
account-how-token = { $provider } asks for { $wanted }:
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
password-client-password = a client password, not the password of the mailbox
password-app-password = an app password, not the password of the account
password-account = the password of the mailbox
password-token = an access token; passwords do not work
secret-ask-help = nothing is shown while you type or paste; Enter ends it, Esc stops
secret-ask-authorization-code = Authorization code of { $address } (not the password):
secret-ask-client-password = Client password of { $address } (not the login password):
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
## The steps of the dialogue with the mail server, as in "at the login"

smtp-phase-connect = connecting
smtp-phase-tls = the TLS handshake
smtp-phase-greeting = the greeting
smtp-phase-ehlo = `EHLO`
smtp-phase-starttls = `STARTTLS`
smtp-phase-auth = the login
smtp-phase-mail = the sender
smtp-phase-rcpt = the recipient
smtp-phase-data = `DATA`
smtp-phase-body = the text of the mail
smtp-phase-dot = the end of the mail
smtp-phase-quit = the farewell

## The address of the server, and the envelope

finding-smtp-server-scheme = the address of a mail server begins with `smtps://` or `smtp://`
    .mend = write `smtps://smtp.example.com` for port 465, or `smtp://smtp.example.com` for port 587 with STARTTLS
finding-smtp-server-secret = a user or a password stands in the address of the server
    .mend = take it out, because others can see it there; give the user with `--user`; the password is asked for
finding-smtp-server-extra = something stands behind the host in the address of the server
    .mend = write only the host and the port, such as `smtps://smtp.example.com:465`
finding-smtp-server-host = this is not the name or the IP address of a host
    .mend = copy the name from your mailbox's help page, such as `smtp.qq.com`
finding-smtp-server-port = this is not a port
    .mend = write a number from 1 to 65535, or leave it out for the usual one
finding-smtp-server-not-loopback = without TLS, mail goes to a server on this computer only
    .mend = write `smtps://` or `smtp://`, or name `localhost`
finding-smtp-address = this is not an email address in ASCII letters
    .mend = correct it, such as `shop@example.com`
finding-smtp-no-recipient = there is no recipient
    .mend = name one

## The way to the server

finding-smtp-dns = the name `{ $host }` leads to no server
    .mend = check the name and the internet connection; nothing was sent
finding-smtp-not-listening = `{ $host }` does not answer at port { $port }
    .mend = check the port: 465 for `smtps://`, 587 for `smtp://`; a firewall may also close it; nothing was sent
finding-smtp-network = the network leads no further at { $phase }
    .mend = check the internet connection and try again; nothing was delivered
finding-smtp-timeout-connect = no connection to `{ $host }`, port { $port }, within { $seconds ->
        [one] a second
       *[other] { $seconds } seconds
    }
    .mend = check the internet connection, the port and the firewall; some networks close ports to mail; nothing was sent
finding-smtp-timeout-greeting = the server said nothing within { $seconds ->
        [one] a second
       *[other] { $seconds } seconds
    }
    .mend = check the port: 465 needs `smtps://`, 587 needs `smtp://`; else try again later; nothing was sent
finding-smtp-timeout = no complete answer at { $phase } within { $seconds ->
        [one] a second
       *[other] { $seconds } seconds
    }
    .mend = nothing was delivered; try again, with a longer `--timeout` if the network is slow
finding-smtp-dropped = the connection was closed at { $phase }
    .mend = nothing was delivered; try again in some minutes

## TLS

finding-smtp-certificate-name = the server's certificate is not for `{ $host }`
    .mend = check the server's name; if it is right, somebody may be listening on this network: use another one
finding-smtp-certificate-expired = the server's certificate is no longer valid
    .mend = check the date and time of this computer; if they are right, the server's operator has to renew it
finding-smtp-certificate-early = the server's certificate is not valid yet
    .mend = set the date and time of this computer right; it is probably slow
finding-smtp-certificate-issuer = nobody whom this computer trusts has issued the server's certificate
    .mend = for a server of your own company give its certificate with `--ca-file`; otherwise somebody may be listening on this network: use another one
finding-smtp-certificate-invalid = the server's certificate does not vouch for `{ $host }`
    .mend = check the server's name, the date and time of this computer, and the network; for a server of your own company give its certificate with `--ca-file`
finding-smtp-not-tls = the server does not speak TLS at port { $port }
    .mend = check the port: 465 for `smtps://`, 587 for `smtp://`; nothing was sent
finding-smtp-tls-failed = no agreement with the server about TLS
    .mend = the server may be too old (TLS 1.2 is the least), or a proxy stands between; nothing was sent
finding-smtp-no-roots = this computer has no certificates to trust
    .mend = install the package `ca-certificates`, or give a file of certificates with `--ca-file`
finding-smtp-ca-file = no certificate in PEM form can be read from the file
    .mend = give a file with `-----BEGIN CERTIFICATE-----` in it
finding-smtp-starttls-missing = the server does not offer TLS at port { $port }, or somebody on the way hides it
    .mend = use `smtps://` with port 465 if the mailbox has it, or another network; neither password nor mail was sent
finding-smtp-injected = something was put into the connection before TLS began
    .mend = somebody may be listening on this network: use another one, or `smtps://` with port 465; neither password nor mail was sent

## What the server said

finding-smtp-out-of-turn = the server spoke out of turn at { $phase }
    .mend = nothing was delivered; check the server's name and port
finding-smtp-garbage = the answer at { $phase } is not one of a mail server
    .mend = nothing was delivered; check the server's name and port
finding-smtp-reply-too-long = the answer at { $phase } is longer than any mail server's
    .mend = nothing was delivered; check the server's name and port
finding-smtp-unexpected = the server gave an answer at { $phase } that does not belong there: { $reply }
    .mend = nothing was delivered; try again, or ask the server's operator
finding-smtp-later = the server does not take the mail now, at { $phase }: { $reply }
    .mend = nothing was delivered; try again in half an hour
finding-smtp-refused = the server refused at { $phase }: { $reply }
    .mend = nothing was delivered; read the server's answer, or send the draft from your mail program
finding-smtp-refused-sender = the server does not take mail from this sender: { $reply }
    .mend = nothing was delivered; the sender must be the address of the mailbox that logs in
finding-smtp-refused-recipient = the server refused the recipient: { $reply }
    .mend = nothing was delivered; check the recipient's address
finding-smtp-refused-mail = the server refused the mail: { $reply }
    .mend = nothing was delivered; read the server's answer; if it takes the mail for spam, send the draft from your mail program
finding-smtp-login-refused = the server refused the login: { $reply }
    .mend = most mailboxes want an authorization code or app password here, not the password of the website; make one in the mailbox's settings
finding-smtp-token-refused = the server refused the access token: { $reply }
    .mend = it has expired or is not meant for sending mail; get a new one
finding-smtp-no-mechanism = the server offers no way to log in that fits
    .mend = check the port; a mailbox that takes access tokens only needs `--token-command`, or the draft in your mail program
finding-smtp-plain-login = a login would travel without TLS
    .mend = use `smtps://` or `smtp://`, or no login
finding-smtp-too-large = the mail has { $size } kB, and the server takes { $limit } kB at most
    .mend = leave out pictures that are not required, or use smaller ones
finding-smtp-eight-bit = the mail holds letters in a form that this server does not take
    .mend = write the mail again with `unfreeze compose`, which encodes them
finding-smtp-malformed = the mail's lines are too long or do not end as they must
    .mend = write the mail again with `unfreeze compose`
finding-smtp-journal = the record could not be written, so { $phase } was not begun
    .mend = nothing was delivered; make room on the disk and see that the folder can be written to

## Nobody knows whether it was delivered

finding-smtp-unknown-timeout = the whole mail was handed over, but no answer came within { $seconds ->
        [one] a second
       *[other] { $seconds } seconds
    }
    .mend = it may have been delivered: look into the mailbox's sent mail before sending it again
finding-smtp-unknown-dropped = the whole mail was handed over, but the connection was closed before the answer
    .mend = it may have been delivered: look into the mailbox's sent mail before sending it again
finding-smtp-unknown-reply = the whole mail was handed over, but the answer cannot be understood
    .mend = it may have been delivered: look into the mailbox's sent mail before sending it again
