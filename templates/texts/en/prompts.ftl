# The fill-in prompts, the profile, and the question whether a contact is official.

## Is this contact official?

help-contact = Tells whether a phone number, an address or a site is an official channel; without one, what to do after a call
    .examples =
        unfreeze contact 400-123-4567
        unfreeze contact seller-support@aliexpress.com
        unfreeze contact
help-contact-text = What you were given: a number, an address, a link or the whole message

contact-standing-published = published as an official channel
contact-standing-on-domain = on the platform's own domain, which does not make it safe
contact-standing-not-official = not an official channel
contact-standing-unknown = nothing can be said about this

contact-phone-400 = 400 and 800 numbers that claim to be seller support are not: there is no phone line.
    .mend = Do not call it, and pay nobody for a “human agent”.
contact-phone-hangzhou = Numbers of Hangzhou (0571) that claim to be seller support are not: there is no phone line.
    .mend = Do not call back; start from the seller backend.
contact-phone-mobile = Seller support has no mobile number.
    .mend = Do not call, text or add it; start from the seller backend.
contact-phone-abroad = Regional lines serve sellers registered there, not sellers in mainland China, Hong Kong, Macau or Taiwan.
    .mend = Start from the seller backend.
contact-phone-other = As published, no phone number is a channel of seller support.
    .mend = Do not call it; start from the seller backend.
contact-messenger = A messenger is not a channel of seller support, whoever the account claims to be.
    .mend = Add nobody, send no screenshot of codes, and share no screen.
contact-address-urgent = This is the published address for urgent mail. You may write to it; a mail that seems to come from it can be forged.
    .mend = Follow no link in a mail; open the seller backend yourself.
contact-address-dedicated = It has the form of a dedicated mailbox, and it is yours only if your own Contact Us page shows it.
    .mend = Compare it, letter by letter, with the Contact Us page in the seller backend.
contact-address-platform = It lies on the platform's domain, but was not published as a channel of seller support.
    .mend = Write to seller-support@aliexpress.com or through the seller backend instead.
contact-address-lookalike = It imitates the platform's domain, aliexpress.com, and is not on it.
    .mend = Do not answer, and open nothing that came with it.
contact-address-foreign = It is not on the platform's domain, aliexpress.com.
    .mend = Do not send documents there, nor codes, nor money.
contact-site-platform = It lies on the platform's own domain. What a link shows and where it leads can still differ.
    .mend = Type seller.aliexpress.com into the browser yourself instead of following it.
contact-site-store-front = It is a store front of the platform, and no channel of seller support.
    .mend = Type seller.aliexpress.com into the browser yourself.
contact-site-lookalike = It imitates the platform's domain, aliexpress.com, and is not on it.
    .mend = Do not open it. If you have typed a password there, change it in the seller backend now.
contact-site-foreign = It is not on the platform's domain, aliexpress.com.
    .mend = Do not sign in there, and install nothing from there.
contact-unknown = It is neither a phone number nor an address nor a site.
    .mend = Trust nobody by a name; start from the seller backend.

contact-called = Somebody called and said they were from AliExpress?
    .hang-up = 1. Hang up. Give no code, no password, no identity number; pay nothing; install nothing and share no screen.
    .done = 2. If you have done one of these already: change the password in the seller backend, call your bank, report it to the police (in mainland China 110 or 96110).
    .reach = 3. Start again from the seller backend yourself: seller.aliexpress.com, Help, Contact Us.

contact-channels = Official channels start in the seller backend: seller.aliexpress.com, Help, Contact Us; urgent mail goes to seller-support@aliexpress.com.

## The fill-in prompts

help-new = Asks what is needed, one question after another, and ends in a draft or a hand-off folder; answers are saved as they are given
    .examples =
        unfreeze new
        unfreeze new notice.png portrait.jpg emblem.jpg
        unfreeze new unfreeze-1102345678.toml      go on with a case
help-new-files = A case file to go on with, or pictures to begin with

help-profile = Shows or forgets what the prompts remember between cases
    .examples =
        unfreeze profile show
        unfreeze profile forget
help-profile-show = Shows what is remembered, and where
    .examples = unfreeze profile show
help-profile-forget = Removes what is remembered
    .examples = unfreeze profile forget

finding-new-no-terminal = there is nobody to ask: this is not a terminal
    .mend = write a case file, such as the one in examples/aurora, then use `unfreeze check CASE`, `unfreeze accept CASE` and `unfreeze compose CASE`
finding-new-one-case = one case at a time
    .mend = name one case file, and pictures if you like

profile-none = nothing is remembered
profile-forgotten = forgotten
profile-at = remembered in { $file }; `unfreeze profile forget` removes it

window-close = Press Enter to close this window.

## The first screen

new-welcome = Your store is frozen? Do this, in this order:
    .ticket = 1. Now: the urgent ticket. { $path }. Promised: { $promise }. Store ID and time will do; a better text follows here in minutes.
    .mail = 2. Then the urgent mail, for stores with enterprise verification; it is written here. Promised: { $promise }.
    .published = ({ $published })
    .ready = Have at hand: a screenshot of the freeze notice, both sides of the identity card, the business licence. Answers are saved at once; Ctrl-C leaves, Esc goes back. 中文请输入 zh
new-language-words = en english
new-goes-on = Going on with { $case }.
new-saved = Saved in { $case }, and with every answer from now on.
new-kept = Your answers are kept. Go on with: unfreeze new { $case }
new-nothing-kept = Nothing was answered, so nothing was saved. Begin again with: unfreeze new
new-recalled = From your profile: { $labels }. You can change all of it at the end.
new-begun = { $case } was begun before
new-begun-go-on = Go on with it
new-begun-another = Begin another case
new-optional = { $label } (optional, Enter skips it)
new-wrong = { $what }; { $mend }
new-redacting = Redacting the pictures and checking everything …
new-open-yourself = Please open this file yourself: { $file }

new-screen-line = Enter: next · Esc: back · Ctrl-C: leave
new-screen-files = Tab completes · drop files here · Esc: back
new-screen-choice = ↑↓ and Enter choose · Esc: back
new-lines-kept = Now: { $value }. Enter keeps it, < goes back.
new-lines-example = Example: { $value }. < goes back.
new-lines-number = Number, Enter for { $start }, < goes back:
new-lines-wrong = Type one of the numbers above.

## The questions

ask-store-id = Store ID
    .why = Names the store; it stands in the subject of the mail.
    .where = Seller backend: top right corner, or the number in the store's address, which you can paste as a whole.
    .example = 1102345678
ask-store-verified = Enterprise verification
    .why = The urgent mail is only for stores that have passed enterprise verification. Without it you get the ticket's text and the redacted pictures, and should finish the verification in the backend.
    .where = Seller backend: Account, Verification. If you cannot see it now, choose what you remember; it can be changed at the end.
ask-store-name = Store name
    .why = As buyers see it; one of the five required things.
    .where = Store front, top left; or seller backend: Shop, Settings.
    .example = Aurora Lighting Official Store
ask-business-region = Registered in
    .why = Where the business is registered; the rules for the licence number depend on it.
ask-business-licence = Business licence number
    .why = One of the five required things.
    .where = On the licence: the unified social credit code of 18 characters, or an older number of 15 digits.
    .example = 91990000MA0DEM005D
ask-pictures = Pictures
    .why = All at once if you like: the freeze notice, and both sides of the identity card. Drop the files here, or paste or type their paths.
    .where = Nothing leaves this computer; the card is redacted here before anything is attached.
    .example = notice.png portrait.jpg emblem.jpg
ask-representative-portrait = Card, portrait side
    .why = Where does the card lie in the picture? The bars are placed by it. The simplest: cut the picture to the card's edges on your phone, then give the new file.
ask-representative-emblem = Card, emblem side
    .why = Where does the card lie in the picture? The bars are placed by it. The simplest: cut the picture to the card's edges on your phone, then give the new file.
ask-freeze-at = Time of the freeze
    .why = The reviewer finds the event by it, so it must say its zone: +08:00 is China time.
    .where = On the freeze page or in the notice in the message box.
    .example = { $today } 09:30 +08:00
ask-freeze-kind = Kind of freeze
    .why = What does the page speak of? The type of the ticket follows from it, and the wrong type goes to the wrong team.
ask-contact-phone = Mobile number
    .why = The platform tells the progress by SMS to this number.
    .example = +86 138 0013 8000
ask-mail-from = Your mailbox
    .why = The mail is sent from it; best the one you sign in with.
    .example = shop@example.com
ask-freeze-ticket = Number of the urgent ticket
    .why = Ties the mail to the ticket. File the ticket first if you have not.
    .where = Seller backend: Help, My tickets.
    .example = UT2026112000083
ask-freeze-ticket-at = Time of the urgent ticket
    .why = Shows how long you have waited; with its zone.
    .example = { $today } 09:52 +08:00
ask-freeze-reason = Reason as the page states it
    .why = Copied word by word; a vague ticket waits longer.
    .example = Identity verification required
ask-freeze-number = Number of the notice
    .why = The team finds the notice by it.
    .where = On the freeze page or in the notice in the message box.
    .example = FN-20261120-000417
ask-freeze-orders = Orders concerned
    .why = Complete order IDs, divided by spaces.
    .example = 8190234455667788 8190234455667799
ask-freeze-statement = Your own words
    .why = At most 500 characters: facts that help, no pleading.
    .example = The legal representative has not changed since the store opened.
ask-store-login = Login email
    .why = The address you sign in with.
    .example = shop@example.com
ask-business-company = Company
    .why = The registered name on the licence.
    .example = Aurora Lighting Co., Ltd.
ask-representative-name = Legal representative
    .why = The name on the licence and on the card.
    .example = 蒋明
ask-representative-last4 = Last four of the identity number
    .why = Typed over the bar, so that the reviewer can compare them. The number itself is never asked for.
    .example = 002X
ask-contact-name = Contact person
    .why = Whom the platform may ask for.
    .example = Lin Xiaolu
ask-contact-email = Contact email
    .why = If it is another one than your mailbox.
    .example = ops@example.com
ask-mail-cc = Copies to
    .why = Addresses of your own people, divided by spaces.
    .example = boss@example.com
ask-mail-language = Language of the letter
    .why = Chinese first with three English lines, or one language only.
ask-agent-name = Service provider
    .why = Only if you act for the seller.
    .example = Kestrel Services
ask-agent-reference = Service provider's reference
    .why = Your own number of this matter.
    .example = KS-0093

option-store-verified-yes = passed
option-store-verified-no = not passed, or not yet
option-business-region-cn = mainland China
option-business-region-hk = Hong Kong
option-business-region-mo = Macau
option-business-region-tw = Taiwan
option-business-region-other = elsewhere
option-freeze-kind-identity = identity or business verification
option-freeze-kind-security = security: unusual login, stolen account
option-freeze-kind-funds = funds held
option-freeze-kind-ip = an intellectual property complaint
option-freeze-kind-orders = orders, disputes, logistics
option-freeze-kind-other = something else, or nothing is stated
option-mail-language-both = Chinese and English
option-mail-language-zh = Chinese
option-mail-language-en = English

## Pictures

names-notice = notice freeze frozen screenshot
names-portrait = portrait
names-emblem = emblem
new-pictures-none = no file was named
new-picture = { $file }, { $format }, { $width } × { $height } pixels
new-which-portrait = Which picture shows the portrait side of the card?
new-which-emblem = Which picture shows the emblem side?
new-which-both = { $picture }, with both sides on it
new-which-none = none of these
new-which-rest = What is { $file }?
new-rest-leave = Leave it out
new-rest-notice = A freeze notice, without any identity card on it
new-rest-portrait = The portrait side of the card
new-rest-emblem = The emblem side of the card
taken-notice = freeze notice, attached as it is
taken-notice-card = freeze notice; the reader sees an identity card on it, which must be painted over
taken-portrait-whole = portrait side; the card fills the picture
taken-emblem-whole = emblem side; the card fills the picture
taken-portrait = portrait side; where the card lies is asked next
taken-emblem = emblem side; where the card lies is asked next
taken-portrait-other = portrait side, as you say; the reader sees the emblem side, so where the card lies is asked next
taken-emblem-other = emblem side, as you say; the reader sees the portrait side, so where the card lies is asked next
taken-both = both sides of the card; where each lies is asked next
taken-portrait-found = portrait side; the reader has found the card
taken-emblem-found = emblem side; the reader has found the card
taken-both-found = both sides of the card; the reader has found them
seen-side = { $file } shows the { $side }. Take it for that?
seen-side-take = Yes, take it for what it shows
seen-side-leave = No, leave it as it was called
sides-both = both sides of the card
seen-no-card = The reader has found no card in { $file }.
seen-other-side = The reader sees the { $other } in { $file }, and not the { $side }.
seen-contradicts = The reader sees the { $other } there. The bars for the { $side } would lie on the wrong fields and leave others in sight, so this cannot be taken.
seen-value = The reader saw on the screenshot: { $value }. Keep it or change it.
seen-time = The screenshot says { $value }. In which zone? Write it behind the time: +08:00 is China time, -08:00 or -07:00 the United States' west coast in winter and summer.
seen-parcels = The reader saw parcels on the screenshot: { $value }. Name them if they matter.
taken-nothing = left out
new-retake = Give the new file; whatever you leave out stays as it is.
new-place = { $file }: where is the card?
new-corners = The card's own corners in pixels: top left, top right, bottom right, bottom left
place-whole = It fills the picture, upright
place-right = It fills the picture, top to the right
place-left = It fills the picture, top to the left
place-down = It fills the picture, upside down
place-retake = Only a part of it: I give another one
place-other = It is the wrong picture: I give another one
place-open = Open the picture first
place-by-hand = I have masked both pictures myself
place-corners = I type its four corners in pixels
place-outlines = Show me outlines to pick from
outline-title = Outlines
outline-how = Each picture shows an outline that may be the card's. Look which of them lies on the card's edges, and choose it where you were asked; the arrow points to what is taken for its top. This page is removed when you have chosen; nothing of the picture is copied into it.
outline-alt = the picture cannot be shown by this browser; open it beside this page
outline-which = Which outline lies on the card's edges?
outline-number = Outline { $number }
outline-none = None of them
outline-top = Where is the card's top?
outline-top-arrow = Where the arrow points
outline-top-other = On the other side

vouch-look = Look at each picture in full size ({ $sides }): nothing can be read under a bar, the bars lie on the right fields, each side is the right one, and no identity card is on the notice.
vouch-question = Do you vouch for this?
vouch-again = Not yet: show the page again
vouch-yes = Yes, all of this is so: attach them
vouch-place = No: a bar lies wrong
vouch-pictures = No: take other pictures
vouch-later = Later

## The review

review-title = All answers, saved in { $case }
review-question = What now?
review-mend = Mend: { $label }
review-cover = Paint over what the screenshot must not show
review-look = Look at the redacted pictures
review-folder = Write the folder: draft, texts, pictures
review-folder-ticket = Write the folder: ticket's text, pictures
review-draft = Write the draft only (.eml)
review-send = Send the mail now
ending-send = Send it from { $from } to { $to }?
ending-send-no = Not yet
ending-send-yes = Yes, send it
review-change = Change an answer, or tell more
review-change-which = Which one?
review-change-none = None, go back
review-letter = Read the letter
review-ticket = Read the ticket's text
review-page = Open the review page
review-page-open = The page is removed when you go on
review-page-done = Go on
review-leave = Leave; the answers are kept

ending-exists = { $output } exists with another content
ending-keep = Leave it as it is
ending-replace = Replace it
ending-remembered = Remembered for the next case: store, business, contact and sender; no pictures, no numbers of cards. See it with `unfreeze profile show`, remove it with `unfreeze profile forget`.
ending-closing = Nobody will call you: as published, there is no phone line. Whoever calls in AliExpress's name is not AliExpress; `unfreeze contact` says what to do.

after-how = Outlook for Windows (classic) and Thunderbird open the draft for sending. For QQ Mail, Foxmail, NetEase Mail Master, Apple Mail and web mail: begin a new mail, paste from letter.txt, attach every file of attachments. Both are in { $folder }.
after-question = And now?
after-ticket = Copy the ticket's text
after-open = Open the draft in the mail program
after-letter = Copy the letter, recipient and subject
after-done = Done
after-copied = Copied. If pasting gives something else, copy it from the file.
