-- The diary, version 1. Times are RFC 9557 texts; rows are ordered by id, because clocks are set back.

CREATE TABLE cases (
    id INTEGER PRIMARY KEY,
    reference TEXT NOT NULL UNIQUE,
    store TEXT NOT NULL,
    frozen TEXT,
    opened TEXT NOT NULL,
    closed TEXT,
    -- when it was first seen that the mails have been kept long enough
    due TEXT
) STRICT;

CREATE TABLE mails (
    -- AUTOINCREMENT: a number is never used again, so a lock file is never another mail's
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    in_case INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    reference TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('urgent', 'follow-up', 'trial')),
    state TEXT NOT NULL
        CHECK (state IN ('composed', 'sending', 'accepted', 'deferred', 'refused', 'unknown', 'replaced')),
    composed TEXT NOT NULL,
    message_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    sender TEXT NOT NULL,
    recipients TEXT NOT NULL, -- one a line
    copies TEXT NOT NULL,     -- one a line
    sha256 TEXT NOT NULL,     -- of the bytes
    content TEXT NOT NULL     -- of what it says
) STRICT;
CREATE INDEX mails_of_case ON mails (in_case);
-- Two processes that compose the same mail at once get one row.
CREATE UNIQUE INDEX one_live_mail ON mails (reference) WHERE state <> 'replaced' AND kind <> 'trial';

-- Apart from `mails`, so that reading the diary does not read megabytes.
CREATE TABLE bodies (
    mail INTEGER PRIMARY KEY REFERENCES mails (id) ON DELETE CASCADE,
    bytes BLOB NOT NULL
) STRICT;

CREATE TABLE attachments (
    id INTEGER PRIMARY KEY,
    mail INTEGER NOT NULL REFERENCES mails (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL
) STRICT;
CREATE INDEX attachments_of_mail ON attachments (mail);

CREATE TABLE attempts (
    id INTEGER PRIMARY KEY,
    mail INTEGER NOT NULL REFERENCES mails (id) ON DELETE CASCADE,
    account TEXT NOT NULL,
    server TEXT NOT NULL,
    started TEXT NOT NULL,
    phase TEXT,
    ended TEXT,
    outcome TEXT CHECK (outcome IN ('accepted', 'deferred', 'refused', 'login', 'unknown')),
    why TEXT,
    code INTEGER,
    reply TEXT
) STRICT;
CREATE INDEX attempts_of_mail ON attempts (mail);

CREATE TABLE refused_copies (
    id INTEGER PRIMARY KEY,
    attempt INTEGER NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
    address TEXT NOT NULL,
    code INTEGER NOT NULL,
    reply TEXT NOT NULL
) STRICT;
CREATE INDEX refused_copies_of_attempt ON refused_copies (attempt);

CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    in_case INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('ticket', 'mailed', 'sms', 'answered', 'bounced', 'unfrozen')),
    at TEXT NOT NULL, -- in the zone it was given in
    noted TEXT NOT NULL,
    number TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;
CREATE INDEX events_of_case ON events (in_case);

-- Attachments that came through the only door for pictures.
CREATE TABLE vouched (
    sha256 TEXT NOT NULL,
    in_case INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (sha256, in_case)
) STRICT;
