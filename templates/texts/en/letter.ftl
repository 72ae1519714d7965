# letter: what the letter, the ticket and the template checks say beyond the templates themselves

attached-notice = screenshot of the freeze notice
attached-portrait = legal representative's identity card, portrait side (redacted)
attached-emblem = legal representative's identity card, emblem side (redacted)
list-separator = {", "}

freeze-kind-identity = identity or business verification
freeze-kind-security = account security
freeze-kind-funds = funds held
freeze-kind-ip = intellectual property
freeze-kind-orders = orders, disputes or logistics
freeze-kind-other = other reason

channel-published = as published, source of {$date}; the seller backend's Help page is the authority
duration-hours =
    { $hours ->
        [one] {$hours} hour
       *[other] {$hours} hours
    }
duration-minutes =
    { $minutes ->
        [one] {$minutes} minute
       *[other] {$minutes} minutes
    }
duration-both = {duration-hours} {duration-minutes}

step-ticket = urgent ticket {$number} filed
step-accepted = mail to {$to}, accepted by our mail server
step-by-hand = mail to {$to}
step-answered = an answer or a text message of the platform came

ticket-title = [Urgent] Store {$store} frozen ({$kind}): please start the manual review, {$reference}

finding-ticket-kind-other = the kind of freeze is not stated, so the ticket may go to the wrong team
    .mend = choose the kind that the page speaks of: `identity`, `security`, `funds`, `ip` or `orders`
finding-ticket-kind-mismatch = `{$word}` speaks of “{$other}”, but the kind chosen is “{$chosen}”: a ticket of the wrong type goes to the wrong team
    .mend = read the page again and change the kind if it means the other one
finding-ticket-no-reason = the reason that the page states is missing; a vague ticket waits longer
    .mend = copy the sentence from the freeze page word by word
finding-ticket-no-notice-number = the number of the notice is missing, so the team must search for it
    .mend = copy the number from the freeze page or from the notice in the message box; leave it out if there is none
finding-ticket-no-order = no order is named, but the freeze is about “{$kind}”; without a complete order ID the team cannot look it up
    .mend = add the complete order IDs concerned

finding-template-unknown-file = there is no template of this name{ $suggested ->
        [0] {""}
       *[other] ; did you mean `{$near}`
    }
    .mend = `templates export` writes the templates with the names that count
finding-template-too-long = the template is longer than 64 KiB
    .mend = shorten it: a letter has one page
finding-template-syntax = line {$line}: a tag or a block is not closed
    .mend = close every {"{{#"}…{"}}"} with its {"{{/"}…{"}}"}
finding-template-too-deep = line {$line}: too many blocks within blocks
    .mend = take blocks out of each other
finding-template-unknown-name = line {$line}: a letter knows no `{$name}`{ $suggested ->
        [0] {""}
       *[other] ; did you mean `{$near}`
    }
    .mend = take the names from the exported templates
finding-template-unknown-helper = line {$line}: there is no `{$name}` that takes a value so
    .mend = use `if`, `unless`, `each` and `with`, each with one name
finding-template-not-a-value = line {$line}: `{$name}` is a list or a group and cannot be printed
    .mend = walk over it with `each`, or name the value inside
finding-template-not-a-list = line {$line}: `{$name}` is not a list
    .mend = use `each` for lists only
finding-template-not-a-group = line {$line}: `{$name}` is not a group of values
    .mend = use `with` for groups only
finding-template-not-allowed = line {$line}: this kind of tag is not allowed in a letter
    .mend = leave out partials, decorators, unescaped output, literals and named arguments
finding-template-render = line {$line}: the template does not fit what the letter says
    .mend = report this with the template, without the case

## What is told of the number

attached-told-last4 = of the number only the last four characters are told
attached-told-first1-last1 = of the number only the first and the last character are told
