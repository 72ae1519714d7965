# Accounts and sending: what the server said, what it means and what mends it.

# A mail that was written, or read again from a file

mail-trial-subject = [TRIAL]
mail-trial = This is a trial: it was sent to its own sender only, and to nobody else.
finding-reread-not-mail = this is not a mail
    .mend = give the `.eml` that `compose` wrote or your mail client saved
finding-reread-nul = the mail holds NUL bytes, which no mail may
    .mend = save it again in the mail client; a damaged file or a UTF-16 text looks like this
finding-reread-bare-cr = a carriage return stands alone; servers disagree about where that line ends
    .mend = save it again with ordinary line ends
finding-reread-line-length = line {$line} is longer than 998 bytes, which no mail may have
    .mend = break the line, or save the mail again in the mail client
finding-reread-header-line = line {$line} is no header field
    .mend = write `Name: value`, and indent the lines that go on; the first empty line ends the header
finding-reread-header-8bit = a header field holds a character outside ASCII or a control character
    .mend = save it again in the mail client, which encodes such characters
finding-reread-header-twice = this header field stands there twice
    .mend = keep one of them
finding-reread-from =
    { $count ->
        [0] the sender is missing
       *[other] {$count} senders, where one is needed
    }
    .mend = give the one mailbox that you send from
finding-reread-sender = the sender in `Sender` is another one than in `From`
    .mend = remove `Sender`, or send from that mailbox
finding-reread-reply-to = answers will go to another mailbox than the one you send from
    .mend = remove `Reply-To` unless that is what you want
finding-reread-subject-missing = the subject is missing
    .mend = write `[URGENT-ACCOUNT FROZEN-<StoreID>]` and nothing else
finding-reread-subject = the subject is not exactly the one that the platform sorts by
    .mend = write `[URGENT-ACCOUNT FROZEN-<StoreID>]` and nothing else
finding-reread-subject-answer = the subject begins with `Re:`, but the mail answers none
    .mend = remove `Re:`, or answer the earlier mail itself
finding-reread-to-missing = the recipient is missing
    .mend = write to seller-support@aliexpress.com, or to your dedicated seller-support-…@aliexpress.com
finding-reread-to-several = {$count} recipients, where one is needed
    .mend = keep the platform's address alone; further ones go into `Cc`
finding-reread-to-foreign = this is no known address of seller support
    .mend = write to seller-support@aliexpress.com, or to the dedicated seller-support-…@aliexpress.com that your Contact Us page shows
finding-reread-to-twice = the recipient stands among the copies again
    .mend = keep the platform's address in `To` alone
finding-reread-address-list = the addresses are not written plainly: groups, comments and routes are not allowed
    .mend = write `name@example.com`, with commas between
finding-reread-ambiguous = mail programs can read this differently
    .mend = save it again in the mail client, or compose it anew
finding-reread-structure = the parts of the mail are not put together as they should be
    .mend = save it again in the mail client, or compose it anew
finding-reread-nested = another mail is attached, which cannot be checked
    .mend = remove it; quote what matters in the text
finding-reread-around = text stands outside the parts of the mail, where nobody sees it
    .mend = save it again in the mail client, or compose it anew
finding-reread-encoding = a part of the mail is damaged, or its encoding is unknown
    .mend = save it again in the mail client; attach damaged files anew
finding-reread-charset = the characters of a text cannot be read
    .mend = save the mail again in UTF-8
finding-reread-travelled = this mail has travelled already; sending it again would look like a forwarded one
    .mend = open the draft, or compose the mail anew
finding-reread-no-text = the mail says nothing
    .mend = put the letter back; without it nobody knows what to do
finding-reread-uuencoded = the text holds a file in an old encoding
    .mend = remove it, and attach the file if it has to travel
finding-reread-store = the subject names store {$subject}, the text names store {$text}
    .mend = make sure that the mail is about one store, and attaches that store's pictures
finding-reread-html-data = a picture or file is hidden inside the HTML text, where it cannot be checked
    .mend = remove it; attach it if it has to travel, redacted if it shows an identity card
finding-reread-html-active = the HTML text holds scripts, forms or frames, which mail filters refuse
    .mend = remove them; letters of `compose` hold none
finding-reread-html-remote = the HTML text fetches something from the network when it is shown
    .mend = remove remote pictures and styles, or attach the pictures
help-follow-up = Writes the next letter of a case whose published time is over, as a draft; sends nothing
    .examples =
        unfreeze follow-up shop.toml
        unfreeze send URGENT-ACCOUNT-FROZEN-1102345678-2.eml
help-follow-up-case = The case file
help-follow-up-output = Write the draft into this file instead of beside the case; `-` is stdout
follow-up-next = next: `unfreeze send {$output}`, or open it in your mail client and send it
finding-follow-up-closed = the case is closed: the store is open again
    .mend = if it was frozen anew, write a case with the new time
finding-follow-up-nothing-sent = no mail of this case was sent, as far as the diary knows
    .mend = send the first one; if you sent it from your mail client, note that with `log CASE mailed`
finding-follow-up-unknown = nobody knows whether the last mail went out
    .mend = look for it in your Sent folder: note it with `log CASE mailed` if it is there, else send it again with `send CASE --resend`
finding-follow-up-bounced = the last mail came back, so the platform never had it
    .mend = read why, check the address, and send that mail again
finding-follow-up-early = the published time still runs
    .mend = wait until {$when}; asking earlier makes nothing faster

# The dialogue with the mail server

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

# Accounts and their secrets

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
    .yes = the keyring keeps it
    .no = asked each time
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

# What a server's refusal means

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

# Sending

help-send = Sends the mail of a case, or a draft, through your own mailbox: kept first, delivered once
    .examples =
        unfreeze send shop.toml --dry-run     what would be said to the server
        unfreeze send shop.toml --to-self     a marked trial to yourself
        unfreeze send shop.toml
        unfreeze send --resume                whatever is still waiting
        unfreeze send 1102345678/*.eml --account shop@qq.com
help-send-mails = A case file, or a draft that you may have edited; several are sent one after another
help-send-account = Send through this account; without it, the one with the sender's address
help-send-server = Send through this server instead of an account: smtps://HOST, smtp://HOST with STARTTLS, or smtp+plain://localhost
help-send-user = Log in to that server as this user; without it, nobody logs in
help-send-password-command = Run this command for the password: the first line that it prints
help-send-ca-file = Trust the certificates in this file, too, besides the system's
help-send-timeout = Seconds that each step may take; without it, 60
help-send-final-timeout = Seconds to wait for the server's word after the mail is handed over; without it, 600
help-send-dry-run = Show the dialogue as it would be held; connect to nobody, keep nothing
help-send-to-self = Send a trial, marked as one, to the sender and to nobody else
help-send-resume = Try a kept mail again, as it was; without CASE, all that wait
help-send-resend = Send a mail again whose fate is unknown, after you have looked for it in your Sent folder
help-send-attach = Vouch for the attachment with this digest in a draft that you edited; once for each
help-send-yes = Do not ask before sending
send-row-from = From:       { $value }
send-row-to = To:         { $value }
send-row-copies = Copies:     { $value }
send-row-subject = Subject:    { $value }
send-row-attachment = Attached:   { $value }
send-row-server = Through:    { $value }
send-size = { " " }({ $kilobytes } kB)
send-question = { $count ->
        [one] send it now?
       *[other] send these { $count } mails now?
    }
    .help = y: send; n: keep it for later
    .yes = yes
    .no = not now
send-question-trial = send this trial to yourself now?
    .help = y: send; n: not now
    .yes = yes
    .no = not now
send-question-again = it may have arrived already. have you looked in your Sent folder, and shall it be sent again?
    .help = y: a second copy may arrive; n: keep it as it is
    .yes = yes, again
    .no = not now
send-not-now = nothing was sent; the mail is kept, and `unfreeze send` goes on with it
send-nothing-waits = no mail is waiting
send-pace = { $mail }: the provider wants a pause between mails; { $seconds } s left
send-back-off = { $mail }: the server put it off before; next try in { $seconds } s (Ctrl-C keeps it for later)
send-final-wait = { $mail }: handed over; waiting for the server's word, up to { $seconds } s. Do not close: until it comes, nobody knows
send-accepted = { $mail }: accepted by { $host }: { $reply }
send-accepted-trial = { $mail }: the trial was accepted by { $host }: { $reply }
send-accepted-means = your mail server has taken it over, which is not yet "received by the platform"; from receipt, a manual review is to begin within { $promise }, and progress comes by SMS
send-accepted-next = next: `unfreeze status` shows the deadlines; look for a bounce in your inbox, and for the mail in your Sent folder
send-left-deferred = nothing was delivered; the mail is kept, and `unfreeze send --resume { $mail }` tries again
send-left-refused = nothing was delivered; the mail is kept. Mend what is said above, then run `unfreeze send` with the case again
send-left-unknown = whether it arrived is unknown, so it is not sent again by itself. Look in your Sent folder; if it is not there, `unfreeze send --resend` with the case sends the same mail once more
send-stopped-ashore = stopped; nothing was sent
send-stopped-between = stopped between two mails: what is told above stands; the others are kept, and `unfreeze send --resume` goes on with them
send-stopped-under-way = stopped on the way: nothing was delivered; the mail is kept, and `unfreeze send --resume` goes on with it
send-stopped-beyond-dot = stopped after the mail was handed over: whether it arrived is unknown. Look in your Sent folder before you send it again with `--resend`
send-dry-run = { $mail }: what would be said to { $server }
send-dry-step = ({ $phase })
send-dry-mail = C: (the mail, { $bytes } bytes)
send-dry-nothing = nothing was sent, and nobody was connected to
finding-send-from-not-login = { $host } takes mail only from the address that logs in, which is { $user }
    .mend = write that address as `from` in the case, or give the account of the address in the case
finding-send-stranger = this attachment was not made by `compose` for this store on this computer
    .mend = look at it; if nothing in it must stay at home, add `--attach { $digest }`
finding-send-trial-of-file = a trial is made from a case, not from a draft
    .mend = give the case file
finding-send-trial-to-others = a trial goes to its sender only
    .mend = this is a bug of this program; please report it
finding-send-copy-refused = the server did not take this copy: { $reply }
    .mend = the mail itself was accepted; forward it from your Sent folder if this address needs it
finding-send-accepted-unkept = the server has accepted the mail ({ $reply }), but the diary could not be told: { $why }
    .mend = do not send it again; the diary may call it unknown, so note it with `unfreeze log CASE mailed`
finding-send-other-accepted = another wording of this mail was accepted by your mail server, { $time }: { $reply }; this one is not sent
    .mend = the platform has the earlier one; put what is missing into the next letter: `unfreeze follow-up CASE`
finding-send-again-as-it-was = the mail whose fate is unknown goes again as it was; the new wording is not sent
    .mend = what it adds belongs into the next letter: `unfreeze follow-up CASE`
finding-send-no-terminal = the question could not be asked: the terminal is gone
    .mend = give `--yes` to send without a question
finding-compose-unkept = the diary could not be told of these attachments: { $why }
    .mend = the draft is good; `send` will ask for your word about each attachment
