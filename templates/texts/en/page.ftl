# The review page: one HTML file, looked at before anything is sent. The fields of a card are `field-…` in pictures.ftl.

page-title = Review page

## Verdict

page-verdict-ready = Ready to send
    .detail = Every required item is there, and you have vouched for the pictures. Read the letter once more, then go on with the next steps.
page-verdict-ticket = Ready for the urgent ticket
    .detail = Everything the ticket needs is there, and you have vouched for the pictures. No mail is written for this store; the reason stands below.
page-verdict-look = A person must look at the pictures
    .detail =
        { $count ->
            [one] One picture is not vouched for yet. Until then it is not attached, and nothing can be sent.
           *[other] { $count } pictures are not vouched for yet. Until then they are not attached, and nothing can be sent.
        }
page-verdict-incomplete = Something required is missing
    .detail = Without the texts, the freeze notice and both sides of the identity card, nothing can be sent.
page-verdict-findings =
    { $count ->
        [one] One thing must be mended first
       *[other] { $count } things must be mended first
    }
    .detail = Nothing is written until then. Each finding says where it is and what mends it.

## Findings

page-findings = Findings
page-level-error = must be mended
page-level-warning = worth a look

## The mail

page-mail = The mail
page-from = From
page-to = To
page-cc = Cc
page-subject = Subject
page-not-verified = No mail is written for this store
page-not-verified-detail = The urgent mail is open only to stores that have passed enterprise verification, and the case says that this one has not. The urgent ticket in the seller backend is the way: its text and the pictures are on this page.
page-letter = The letter
page-letter-detail = The plain text, word for word. The formatted version of the same mail says the same.

## Pictures

page-pictures = Pictures
page-pictures-detail = This is all a reviewer will see. Look at each picture in full size.
page-check-under = Nothing can be read under a bar, not even faintly.
page-check-fields = The bars lie on the right fields and cover them to the end.
page-check-upright = The picture is right side up and shows the side it should.
page-check-number = Of the identity number, nothing can be read but what is typed over the bar.
page-candidates = Whoever has these pictures and a list of all counties is left with at least { $count } possible identity numbers.
page-ten-thousands = { $count }0,000
page-picture-notice = Freeze notice
page-picture-portrait = Identity card, portrait side
page-picture-emblem = Identity card, emblem side
page-alt-notice = The screenshot of the freeze notice, as it will be attached
page-alt-portrait = The portrait side of the identity card with its bars, as it will be attached
page-alt-emblem = The emblem side of the identity card with its bars, as it will be attached
page-dimensions = { $width } × { $height } pixels
page-bytes = { $count } B
page-kilobytes = { $count } kB
page-megabytes = { $count } MB
page-status-accepted = accepted by you
page-status-unseen = not looked at yet
page-hidden = Hidden
page-told = Typed over the bar
page-told-last4 = the last four characters of the number: { $told }
page-told-first1-last1 = the first and the last character of the number: { $told }
page-kept = Kept
page-nothing = nothing
page-vouch = Is all of this so? Then vouch for the pictures:
page-vouch-not = If not, do not accept: say in the case file where the card lies, and redact it again.

## Next steps

page-steps = Next steps
page-step-mend = Mend the case
page-step-mend-detail = Change the case file as the findings say, then check again:
page-step-vouch = Vouch for the pictures
page-step-vouch-detail = Look at them as told above, and run the command there.
page-step-ticket = File the urgent ticket
page-step-ticket-detail = In the seller backend: { $path }. Paste this text and add the same pictures. As published: { $ticket }. Write down the ticket’s number and its time.
page-step-mail = Then send the mail
page-step-mail-detail = This writes a folder with the draft, the texts and the pictures:
page-step-mail-open = Open the .eml file in your mail program, look at sender, recipient and attachments once more, and send it. As published: { $mail }.
page-step-after = Afterwards
page-step-after-detail = Look into the folder of sent mail: the mail must be there. Watch for the SMS and for an answer to the mail, and follow the ticket on its own page in the seller backend.
page-step-after-ticket = Afterwards
page-step-after-ticket-detail = Watch for the SMS, and follow the ticket on its own page in the seller backend.

page-programs = What your mail program does with the draft
page-program-outlook-classic = Outlook for Windows, classic
    .behaviour = Opens it for sending.
    .advice = It may put its default account in the place of the sender: look at From.
page-program-outlook-new = Outlook for Windows, new
    .behaviour = Not guaranteed.
    .advice = Try to drag the file into the Drafts folder; else use the folder.
page-program-thunderbird = Thunderbird
    .behaviour = Opens it for sending.
    .advice = If it opens for reading only, choose “Edit as New Message”.
page-program-apple-mail = Apple Mail
    .behaviour = Opens it for reading only.
    .advice = Use the folder.
page-program-others = Foxmail, NetEase Mail Master, QQ Mail
    .behaviour = Not guaranteed.
    .advice = Expect it to open for reading only; use the folder.
page-programs-folder = The folder always works: begin a new mail, take recipient, subject and text from letter.txt, and add every file of attachments.

## At the end

page-as-published = Times and conditions are as published, source of { $dated }. The Help page of the seller backend is the authority.
page-delete = Delete this page afterwards
page-delete-detail = It shows personal documents. When the matter is done, delete it and the folder with the draft, and empty the bin.
page-no-phone = There is no phone line
page-no-phone-detail = As published, AliExpress has no phone support for sellers in mainland China, Hong Kong, Macau and Taiwan. Whoever calls in its name, or sells a way to a human agent, is not AliExpress: hang up and start again from the seller backend.
page-private = This page was made on your own computer. It loads nothing and sends nothing.
