# What can be wrong with a picture file.

finding-picture-empty = the file is empty
    .mend = copy or download the picture again
finding-picture-too-large = the file is larger than 64 MiB
    .mend = photograph or export it again at a normal size; 3 to 12 megapixels are plenty
finding-picture-too-many-pixels = the picture has more than 100 megapixels or needs too much memory
    .mend = photograph or scan it again at a normal size; 3 to 12 megapixels are plenty
finding-picture-not-a-picture = the file is not a picture
    .mend = give a JPEG, PNG, WebP, HEIC, TIFF, BMP or GIF file
finding-picture-unsupported = the picture's format, such as AVIF or SVG, or a rare kind of a format is not read
    .mend = save it as PNG or JPEG and give that file
finding-picture-pdf = the file is a PDF document, not a picture
    .mend = open it, take a screenshot or export the page as PNG, and give that file
finding-picture-truncated = the file ends in the middle of its picture
    .mend = copy or download the picture again; the last copy broke off
finding-picture-broken = the picture cannot be decoded
    .mend = open it in a picture viewer and save it again as PNG or JPEG, or photograph it again
finding-picture-shrunk = the picture was made narrower, from { $from } to { $to } pixels, so that the mail stays within 10 MB
    .mend = look at it in the review page; if its small print cannot be read, cut the screenshot to the notice
finding-picture-first-frame = the file holds several frames or pages, and only the first is read
    .mend = if another one matters, save it as PNG and give it as a notice of its own

# Where the card lies.

finding-picture-whole-turned = the whole picture is said to be the card, but it is taller than wide
    .mend = turn the picture so that the card's text reads upright, or give the card's four corners
finding-picture-corners-outside = a corner of the card lies far outside the picture
    .mend = give the corners in pixels of the picture as it is shown: top left, top right, bottom right, bottom left of the card
finding-picture-corners-turned = the card's top edge is shorter than its side
    .mend = begin with the card's own top-left corner, as one reads it, and go clockwise
finding-picture-corners-shape = between its four corners, the card is more than three times as wide as tall
    .mend = give the four corners of the card itself; a card is about 1.6 times as wide as tall
finding-picture-too-small = the card is less than 160 pixels wide in the picture
    .mend = photograph the card from nearer; it should fill most of the picture
finding-picture-unproved = the finished picture failed its own proof, so it was not kept
    .mend = give another scan of the card, and please report this: it should not happen
finding-picture-too-long = the screenshot is too long to be split into readable parts
    .mend = give several shorter screenshots
finding-picture-too-heavy = the screenshot cannot be made small enough for a mail of 10 MB and stay legible
    .mend = give fewer screenshots, or crop this one to what matters

# What a finished file must not hold.

finding-picture-proof-broken = the file is not a whole JPEG or PNG picture
    .mend = write it again; something has changed it since
finding-picture-proof-metadata = the file holds more than its pixels, such as EXIF, a profile or a comment
    .mend = write it again; something has changed it since
finding-picture-proof-trailing = the file goes on after the end of its picture
    .mend = write it again; something has changed it since

# Why a redacted picture waits for a person.

reason-unseen = nobody has looked at it yet
    .mend = look at it: everything that should be hidden must be hidden
reason-small = the card is less than 400 pixels wide in the scan
    .mend = check that what stays visible can be read, or photograph the card from nearer
reason-cut-off = a corner of the card lies outside the scan
    .mend = check that the masks lie right, or photograph the whole card
reason-odd-shape = the four corners do not have the proportions of a card
    .mend = check the corners, or photograph the card from straight above
reason-traces = WebP and HEIC files carry a faint trace of hidden pixels into their surroundings
    .mend = accept it, or give a JPEG or PNG straight from the camera or scanner
reason-first-frame = the file holds several frames or pages, and only the first is read
    .mend = check that it is the right one, or save the right one as PNG

# Why a number is not hidden well enough.

finding-candidates-few =
    { $count ->
        [1] what stays visible on all pictures together gives the identity number away
       *[other] what stays visible on all pictures together leaves only { $count } possible identity numbers, fewer than 100,000
    }
    .mend = hide more, with the preset standard or strict, or tell nothing of the number
candidates-because-unknown = a field that the program does not know is visible
candidates-because-number = the identity number itself is visible
candidates-because-address = the address tells the county, the first six digits
candidates-because-authority = the issuing authority tells the county, the first six digits
candidates-because-birth = the date of birth is the next eight digits
candidates-because-validity = the validity tells the age band
candidates-because-portrait = the portrait tells the sex and roughly the age
candidates-because-sex = the sex tells whether the 17th digit is odd or even
candidates-because-last4 = the last four characters are told
candidates-because-first1-last1 = the first and the last character are told

# The fields and sides of an identity card.

field-name = name
field-sex = sex
field-ethnicity = ethnicity
field-birth = date of birth
field-address = address
field-number = identity number
field-portrait = portrait
field-authority = issuing authority
field-validity = validity

side-portrait = portrait side
side-emblem = emblem side

# What is drawn across a redacted card. Both languages are drawn, so these are printable ASCII.

watermark-wording = For AliExpress store { $store } appeal only { $date }
watermark-wording-no-store = For AliExpress appeal only { $date }
finding-watermark-latin = the watermark is in English only: no font on this computer has the Chinese characters
    .mend = install a Chinese font, such as Noto Sans CJK, if you want both

finding-picture-watermark-text = the watermark's text is not one line of 1 to 60 characters, or holds double braces
    .mend = give one short line, such as for whom and what for the picture is
finding-picture-watermark-glyph = no font of this computer can draw all characters of the watermark
    .mend = use Chinese or Latin letters, digits and punctuation, or install a Chinese font such as Noto Sans CJK

## Documents that nobody knows, and pictures masked elsewhere

finding-picture-window-outside = a rectangle to cover or to show does not lie on the document, or not along its edges
    .mend = measure it in the upright picture; give the document's corners if it lies askew
reason-unknown-document = this program does not know the document; everything is covered but your windows
    .mend = look whether a window shows a number, a birth date or an address
reason-masked-by-hand = it was masked before it came here, and nothing more is covered
    .mend = look whether any part of the number, the birth date or the address can still be read
reason-edges = the card's edges cannot be told from what lies around it
    .mend = photograph it alone, on a plain ground of another colour, with all four edges in the picture
reason-elsewhere = the print does not lie where a resident identity card has it
    .mend = check that every field is covered; if it is another document, mask it as such
reason-bent = the card is bent
    .mend = lay it flat and photograph it again, or check that every field is covered
reason-labels = some of the printed labels cannot be read
    .mend = photograph it again without glare, and with nothing lying on the card
reason-number = the number cannot be read without doubt, so nothing of it is told
    .mend = photograph it again from nearer, or give `last4` in the case
reason-unread = the name, the sex or the term of validity cannot be read
    .mend = photograph it again, sharper and without glare
reason-cut = print that should be hidden reaches beyond where it is hidden
    .mend = cover the rest with `cover`, or photograph the card flat and from straight above
reason-strange = there is print on the card that does not belong there; it is covered
    .mend = check that what is to stay can be read; take away notes and stickers and photograph it again
reason-several-cards = the picture shows this side of more than one card
    .mend = use a picture of one card only
reason-number-differs = the number on the card does not end as the case says
    .mend = compare `last4` with the card
reason-still-there = something that should be hidden may still be read on the finished picture
    .mend = look closely; cover it with `cover`, or use another scan
field-rest = everything else
field-cover = what was covered besides
field-window = the parts left open
field-by-hand = what the seller left visible
