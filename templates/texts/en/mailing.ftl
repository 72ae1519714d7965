# Accounts and sending: what the server said, what it means and what mends it.

# The mail

mail-trial-subject = [TRIAL]
mail-trial = This is a trial: it was sent to its own sender only, and to nobody else.

finding-reread-not-mail = this is not a mail
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
