# The record: states, events, deadlines, and the follow-up.

help-log = Notes what happened outside of this program: a ticket filed, a mail sent by hand, a text message, an answer, a mail that came back, the store open again
    .examples =
        unfreeze log shop.toml ticket 123456789
        unfreeze log shop.toml sms --at "2026-11-22 10:40 +08:00" \
            --note "review has begun"
        unfreeze log 1102345678 unfrozen
help-log-case = The case file; or the reference or store ID of a case that the record knows
help-log-event = What happened; ticket needs the ticket's number, and unfrozen closes the case
help-log-number = The number of the ticket
help-log-at = When, with its zone: "2026-11-22 09:30 +08:00"; without it, now
help-log-note = Your own words, at most 500 characters, without an identity number

help-status = Shows each case: what was done on each channel, the server's reply, what was promised until when, and what to do next
    .examples =
        unfreeze status
        unfreeze status --open --json
help-status-open = Only cases whose store is still frozen

help-record = Exports or forgets what the record knows of a case
    .examples =
        unfreeze record export shop.toml -o shop-record.json
        unfreeze record forget shop.toml
help-record-export = Writes cases as JSON: times, channels, replies, events, and the SHA-256 of each mail and attachment; not the mails themselves
    .examples =
        unfreeze record export
        unfreeze record export shop.toml -o shop-record.json
help-record-export-cases = The case file, reference or store ID; several go into one file; without one, every case
help-record-export-output = The file; `-` is stdout
help-record-forget = Removes all that the record knows of a case
    .examples =
        unfreeze record forget shop.toml
        unfreeze record forget UF-1102345678-20261122 --yes
help-record-forget-case = The case file, reference or store ID
help-record-forget-yes = Do not ask
help-record-forget-force = Also while a mail of the case is being sent, or nobody knows whether it was delivered

## Times

time-both = { $here } ({ $china } in China)
duration-days = { $days ->
        [one] 1 day
       *[other] { $days } days
    }
duration-days-hours = { duration-days } { duration-hours }

## What `status` shows

status-none = nothing has been recorded yet
status-none-open = no case is open
status-head = { $reference }, store { $store }
status-frozen = frozen
status-noted = noted
status-next = next
status-reply = last reply: { $reply }
status-event = { $what }{ $number ->
        [none] {""}
       *[other] {" "}{ $number }
    }, { $time }{ $note ->
        [none] {""}
       *[other] {" "}({ $note })
    }
status-left = promised: { $promise } (hours: { $hours }); { $span } left, until { $time }
status-overdue = promised: { $promise } (hours: { $hours }); overdue for { $span }, since { $time }
status-answered = the platform has reacted, { $time }
status-bounced = it came back, { $time }
status-published = Promised times are { $published }.

state-composed = ready, not sent yet
state-sending = being sent
state-accepted = accepted by your mail server, { $time }; that is not the same as received by the platform
state-deferred = not sent yet, { $time }; the mail is kept, and nothing was delivered
state-refused = refused by the mail server, { $time }; nothing was delivered
state-unknown = nobody knows whether it was delivered, { $time }
state-replaced = replaced by another wording, { $time }

event-ticket = urgent ticket filed
event-mailed = mail sent by hand
event-sms = text message came
event-answered = the platform answered
event-bounced = the mail came back
event-unfrozen = the store is open again

next-closed = nothing: the case is closed
next-look-in-sent = look into the Sent folder of your mailbox: if the mail is there, note it with `unfreeze log CASE mailed`; if it is not, `unfreeze send CASE --resend`
next-sending = wait: it is being sent
next-check-address = read why the mail came back and check its address; the urgent ticket needs no mail
next-mend-and-send = mend what the mail server says, then `unfreeze send CASE`
next-resume = `unfreeze send CASE --resume`
next-send = `unfreeze send CASE`
next-follow-up = the promised time is over: `unfreeze follow-up CASE`
next-mail-too = the ticket's published time is over: send the mail as well with `unfreeze send CASE`, if the store has enterprise verification; else add a reply to the ticket
next-file-ticket = file the urgent ticket with the text of `unfreeze ticket CASE`, then `unfreeze log CASE ticket NO`
next-read-answer = do what the platform asks for; once the store is open, `unfreeze log CASE unfrozen`
next-wait = wait; note what comes with `unfreeze log CASE sms` or `answered`

## What the other verbs say

log-noted = noted in { $reference }: { $what }, { $time }
record-exported = { $count ->
        [one] one case
       *[other] { $count } cases
    } written: { $file }
record-forget-question = Remove all that the record knows of { $reference }?
    .help = y: it cannot be brought back, and a mail of it could be sent a second time; n: keep it
    .yes = remove
    .no = keep
record-forgotten = forgotten: { $reference }
record-kept = kept: { $reference }
finding-record-forget-no-terminal = there is nobody to ask: this is not a terminal
    .mend = if it is to be removed for good, add `--yes`: `unfreeze record forget { $case } --yes`

## The record cannot be used

finding-record-not-folder = a file stands where the record's folder is to be
    .mend = move it away, or name another folder in UNFREEZE_STATE_DIR
finding-record-not-file = something else than a file stands where the record is to be
    .mend = move it away, or name another folder in UNFREEZE_STATE_DIR
finding-record-symlink = a symbolic link stands in place of the record, and is not followed
    .mend = name the folder that it leads to in UNFREEZE_STATE_DIR
finding-record-denied = the system does not let us read and write the record
    .mend = check who owns the folder and the file, or name a folder of your own in UNFREEZE_STATE_DIR; nothing is sent without the record
finding-record-read-only = the record can be read but not written
    .mend = check the disk and the file's permissions; nothing is sent without the record
finding-record-full = no space is left for the record
    .mend = make room and run it again; what was recorded before is kept, and nothing is sent without the record
finding-record-locked = another program has held the record for longer than we wait
    .mend = let it finish, or close it, then run this again
finding-record-corrupt = the record is damaged
    .mend = keep the file: move it aside, with the `-journal` file beside it if there is one, under another name; the next run begins a new record. What is lost is what this program knew of mails already sent, so look into the Sent folder of the mailbox before anything is sent again
finding-record-foreign = this is the database of another program
    .mend = move it away, or name another folder in UNFREEZE_STATE_DIR
finding-record-newer = a later version of this program has written the record
    .mend = use that version; an earlier one could spoil the record
finding-record-no-locks = the system cannot lock files there, and without a lock a mail could be sent twice
    .mend = name a folder on this computer's own disk in UNFREEZE_STATE_DIR
finding-record-failed = the system could not read or write the record
    .mend = run it again; if it stays, check the disk; nothing is sent without the record

## What the record says to a mail or a case

finding-record-no-case = the record knows no such case
    .mend = name the case file; `unfreeze status` lists what the record knows
finding-record-several = the record knows several cases of this store: { $references }
    .mend = name one of them by its reference
finding-record-no-mail = the record no longer knows this mail
    .mend = it was forgotten while it was being sent; run it again if it is still to be sent
finding-record-no-bytes = the mail itself is no longer kept: its case was closed more than 30 days ago
    .mend = if the store has been frozen again, write the new time in the case
finding-record-accepted = already accepted by your mail server, { $time }: { $reply }
    .mend = it is not sent again; `unfreeze status` shows what is next
finding-record-unknown = nobody knows whether the attempt of { $time } delivered it
    .mend = look into the Sent folder of the mailbox first; if the mail is not there, send it again with `--resend`
finding-record-busy = another process is sending this mail
    .mend = let it finish; `unfreeze status` shows how it ended
finding-record-replaced = another wording has taken the place of this mail
    .mend = send the case again: the latest wording is the one that counts
finding-record-unsettled = a mail of this case is being sent, or nobody knows whether it was delivered
    .mend = look into the Sent folder first; to remove it all the same, add `--force`
