### What is wrong with a case, and what mends it. The sentence follows the field's name and a colon.

## The form of the case file

finding-case-utf16 = the file is saved as UTF-16
    .mend = save it as UTF-8 (Notepad: File, Save as, Encoding: UTF-8)
finding-case-gbk = line { $line } is not UTF-8; it looks like GBK, which Notepad calls ANSI
    .mend = save the file as UTF-8 (Notepad: File, Save as, Encoding: UTF-8)
finding-case-not-utf8 = line { $line } is not UTF-8 text
    .mend = save the file as UTF-8, or check that it is a text file at all
finding-case-duplicate = line { $line }, column { $column }: this key or section stands twice
    .mend = keep one of them
finding-case-backslash = line { $line }, column { $column }: a backslash inside double quotes starts an escape
    .mend = put Windows paths in single quotes: 'C:\scans\front.jpg'
finding-case-curly-quotes = line { $line }, column { $column }: these are not straight quotes
    .mend = type the quotes as " or '
finding-case-datetime = line { $line }, column { $column }: this is not a date and time
    .mend = write it like 2026-11-22T09:30:00+08:00
finding-case-unquoted = line { $line }, column { $column }: a text must stand in quotes
    .mend = put it in quotes: name = "Aurora"
finding-case-syntax = line { $line }, column { $column }: this is not TOML
    .mend = compare the line with the example: key = "value", sections in [brackets]
finding-case-unknown-key = line { $line }, column { $column }: the key `{ $key }` is unknown
    .mend = remove it; nothing that the program does not know is sent
finding-case-unknown-key-near = line { $line }, column { $column }: the key `{ $key }` is unknown
    .mend = did you mean `{ $known }`?
finding-case-type = line { $line }, column { $column }: { $expected } is expected here
    .mend = correct the value
type-text = a text in quotes
type-boolean = true or false, without quotes,
type-list = a list such as ["a.png", "b.png"]
type-table = a section in [brackets]
type-time = a time such as 2026-11-22T09:30:00+08:00
type-other = another kind of value

## Any text

finding-text-control = the text holds a line break or another control character ({ $char })
    .mend = write it on one line
finding-text-invisible = the text holds an invisible character ({ $char })
    .mend = type it again by hand instead of pasting it
finding-text-length = the text has { $length } characters; { $most } is the most
    .mend = shorten it
finding-identity-number = this text holds an identity card number
    .mend = remove it; the number must not travel by mail and is never needed here
finding-choice = this is not one of the words allowed here: { $words }
    .mend = write one of them, for example { $near }

## The store

finding-store-id-missing = the store ID is missing
    .mend = copy it from the seller backend or from the store's address: id = "1102345678"
finding-store-id-fullwidth = the store ID is typed in full-width digits
    .mend = type it in ordinary digits: { $ascii }
finding-store-id-url = this address does not lead to a store on the platform
    .mend = paste the store's address (…aliexpress.com/store/1102345678) or only its digits
finding-store-id-form = the store ID holds a character that is not a digit ({ $char })
    .mend = write its digits only
finding-store-id-length = the store ID has { $length ->
        [one] 1 digit
       *[other] { $length } digits
    }; it has 5 to 12
    .mend = copy it again from the seller backend
finding-store-name-missing = the store's name is missing
    .mend = write it as buyers see it
finding-verified-missing = it is not said whether the store has passed enterprise verification (企业认证)
    .mend = write verified = true if it has; with verified = false you get the text of the ticket, but no mail

## The business

finding-licence-missing = the number of the business licence is missing
    .mend = copy the unified social credit code from the licence
finding-licence-fullwidth = the number is typed in full-width characters
    .mend = type it in ordinary letters and digits: { $ascii }
finding-licence-form = the number holds a character that no licence has ({ $char })
    .mend = a credit code has 18 digits and capital letters, an older registration number 15 digits
finding-licence-letter = the letter { $letter } does not occur in a credit code
    .mend = look at the licence again: I is often 1, O is 0, S is 5, Z is 2
finding-licence-length = the number has { $length ->
        [one] 1 character
       *[other] { $length } characters
    }; a credit code has 18, an older registration number 15
    .mend = compare it with the licence; for a business outside mainland China set region
    .ask = compare it with the licence; for a business outside mainland China, go back and say where it is registered
finding-licence-check = the check character does not fit: a character is wrong or two are swapped
    .mend = compare the number with the licence character by character

## The representative and the scans

finding-scan-missing-portrait = the scan of the portrait side (人像面) is missing
    .mend = name the file: id_portrait = 'scans/portrait.jpg'
finding-scan-missing-emblem = the scan of the emblem side (国徽面) is missing
    .mend = name the file: id_emblem = 'scans/emblem.jpg'
finding-last4-form = the last four are three digits and a digit or X
    .mend = write them like "002X", or leave the key out
    .ask = write them like "002X", or leave the line empty
finding-first1-form = the first digit of the number is one digit from 1 to 9
    .mend = write it like "3", or leave the key out
finding-placement-twice = whole and corners are both given
    .mend = keep one of them
finding-corners-form = these are not the four corners of a card
    .mend = write the card's own top-left, top-right, bottom-right and bottom-left in whole pixels: "10,20 900,25 890,590 5,580"
finding-window-form = this is not a rectangle
    .mend = write left, top, width and height in whole pixels: "120,80,400,60"
finding-cover-no-notice = `cover` names a file that is no notice of this case
    .mend = write the name exactly as it stands in `notice`
finding-show-missing = nothing is said to be shown of a document of this kind
    .mend = give the rectangles that a reviewer may see: show = ["120,80,400,60"]; everything else is covered
finding-show-needs-other = windows are for documents that this program does not know
    .mend = leave show out, or write document = "other"
finding-accepted-form = this acceptance is damaged
    .mend = remove it and accept the picture again
finding-accepted-twice = this side is accepted twice
    .mend = keep the later one, or remove both and accept again
finding-sides-are-one = both sides of the card are told to lie in the same place of the same picture
    .mend = name the picture of the emblem side, or give each side's own corners
finding-path-empty = the file's name is empty
    .mend = name the file, relative to the case file
finding-path-control = the file's name holds a control character, as happens with backslashes in double quotes
    .mend = put Windows paths in single quotes: 'C:\new\front.jpg'

## The freeze

finding-notice-missing = the screenshot of the freeze notice is missing
    .mend = take one in the seller backend and name it: notice = ["notice.png"]
finding-notice-is-scan = this file is also given as a scan of the identity card
    .mend = name the screenshot of the freeze notice instead
finding-time-missing = the time of the freeze is missing
    .mend = write it with its zone: at = 2026-11-22T09:30:00+08:00
finding-time-no-zone = the time does not say its zone
    .mend = add it: +08:00 for China time, -08:00 for Pacific standard time, whichever the page showed
finding-time-form = this is not a date and time
    .mend = write it like 2026-11-22T09:30:00+08:00
    .ask = write it like 2026-11-22 09:30 +08:00
finding-time-future = the time lies in the future
    .mend = check the date and the zone
finding-time-old = the time lies { $days } days back
    .mend = if that is right, leave it; the reviewer will want to know why it took so long
finding-kind-missing = the kind of freeze is not said
    .mend = write kind = "identity", "security", "funds", "ip" or "orders"; the ticket's category follows from it
finding-ticket-missing = there is no number of an urgent ticket
    .mend = file the urgent ticket in the seller backend first, it is the faster channel; then write ticket = "…"
finding-ticket-before-freeze = the ticket is older than the freeze
    .mend = check both times and their zones
finding-order-form = an order number has 6 to 24 digits
    .mend = copy it from the order list

## The contact

finding-phone-missing = the phone is missing; the platform tells the progress by SMS
    .mend = write it with the country code: phone = "+86 138 0013 8000"
finding-phone-form = this is not a phone number
    .mend = write it with the country code: +86 138 0013 8000
finding-phone-impossible = no such phone number can exist
    .mend = count its digits
finding-phone-landline = this seems to be a landline, which gets no SMS
    .mend = give a mobile number

## The mail

finding-from-missing = the sender's address is missing
    .mend = write from = "you@example.com", the mailbox that you send from
finding-from-platform = this is the platform's own address
    .mend = give the mailbox that you send from
finding-cc-too-many = more than 20 further recipients
    .mend = keep those who work on this case
finding-address-second = this is more than one plain address
    .mend = write one address and nothing else; further ones go into cc
finding-address-ascii = the address holds a character outside ASCII, perhaps one that imitates a Latin letter
    .mend = type the address by hand
finding-address-form = this is not an email address
    .mend = write it like name@example.com
finding-address-lookalike = this address imitates the platform's domain, but is not on it
    .mend = do not write to it; the platform's domain is aliexpress.com
finding-recipient-foreign = this is no known address of seller support
    .mend = leave `to` out for seller-support@aliexpress.com, or give the dedicated seller-support-…@aliexpress.com that your Contact Us page shows

## The redaction and the agent

finding-keep-number-preset = the presets light and strict tell nothing of the number
    .mend = write keep_number = "none", or use preset = "standard"
finding-agent-name-missing = the service provider's name is missing
    .mend = write it, or remove the section [agent]
