# Accounts and sending: what the server said, what it means and what mends it.

# The mail

mail-trial-subject = [TRIAL]
mail-trial = This is a trial: it was sent to its own sender only, and to nobody else.

finding-reread-not-mail = this is not a mail
    .mend = give the `.eml` that `compose` wrote or your mail client saved
# Accounts

finding-folder-no-home = the system does not say where your own folder is
    .mend = set HOME, or set this variable to a folder of your own
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
    .mend = give the `.eml` that `compose` wrote or that your mail client saved
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
finding-reread-html-active = the HTML text holds scripts, forms or frames, which mail filters refuse
    .mend = remove them; letters of `compose` hold none
finding-reread-html-remote = the HTML text fetches something from the network when it is shown
    .mend = remove remote pictures and styles, or attach the pictures
