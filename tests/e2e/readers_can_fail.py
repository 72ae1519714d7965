#!/usr/bin/env python3
"""Shows that read_draft.py tells a good draft from broken ones: a check that cannot fail checks nothing.

    readers_can_fail.py [DRAFT.eml EXPECTED.json]

Without arguments it makes a draft of its own, with Python's email package. Each breakage names the checks that must see
it; the others may.
"""

import base64
import email.message
import email.policy
import hashlib
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
AURORA = HERE.parent.parent / "examples" / "aurora"
TEXT = "店铺已冻结，请尽快复核。\n\nStore: Aurora Lighting, “quoted” — naïve\n  two spaces\n> looks quoted\nFrom here on\n.\n\n末行。\n"


def draft(folder):
    files = {"01-freeze-notice.png": AURORA / "notice.png", "02-id-portrait-redacted.jpg": AURORA / "scans/emblem.jpg"}
    message = email.message.EmailMessage(policy=email.policy.SMTP)
    message["X-Unsent"] = "1"
    message["From"] = "极光旗舰店 <shop@example.com>"
    message["To"] = "seller-support@aliexpress.com"
    message["Cc"] = "shop@example.com, ops@example.com"
    message["Subject"] = "[URGENT-ACCOUNT FROZEN-1102345678]"
    message.set_content(TEXT, cte="base64")
    message.add_alternative("<p>店铺已冻结</p>", subtype="html", cte="base64")
    for name, path in files.items():
        message.add_attachment(path.read_bytes(), "image", path.suffix[1:].replace("jpg", "jpeg"), filename=name)
    expected = {
        "subject": "[URGENT-ACCOUNT FROZEN-1102345678]",
        "from": "shop@example.com",
        "to": ["seller-support@aliexpress.com"],
        "cc": ["shop@example.com", "ops@example.com"],
        "text": TEXT,
        "attachments": [[name, hashlib.sha256(path.read_bytes()).hexdigest()] for name, path in files.items()],
    }
    (folder / "draft.eml").write_bytes(message.as_bytes())
    (folder / "expected.json").write_text(json.dumps(expected))
    return folder / "draft.eml", folder / "expected.json"


def replaced(old, new):
    def broken(raw):
        assert re.search(old, raw), old
        return re.sub(old, lambda match: match.expand(new), raw, count=1)

    return broken


def truncated_attachment(raw):
    end = raw.rindex(b"\r\n--", 0, raw.rindex(b"\r\n--"))
    start = raw.rindex(b"\r\n", 0, end - 200)
    return raw[:start] + raw[end:]


READERS = {"python", "mutt", "mblaze"}
HEAD = rb"(?m)^"
BREAKAGES = {
    "attachment cut short": (truncated_attachment, READERS),
    "attachment renamed": (replaced(rb'(file)?name="?01-freeze-notice.png"?', rb'\1name="01-notice.png"'), READERS),
    "another subject": (replaced(HEAD + rb"Subject: \[", rb"Subject: Re: ["), READERS | {"wire"}),
    "subject folded": (replaced(rb"ACCOUNT FROZEN", rb"ACCOUNT\r\n FROZEN"), {"wire"}),
    "another sender": (replaced(HEAD + rb"(From:.*?)shop@", rb"\1shap@"), READERS),
    "a second recipient": (replaced(HEAD + rb"To: ", rb"To: x@example.net, "), READERS),
    "a copy dropped": (replaced(HEAD + rb"Cc: .*\r\n", rb""), READERS),
    "hidden recipient": (replaced(HEAD + rb"To: ", rb"Bcc: x@example.net\r\nTo: "), {"wire"}),
    "no X-Unsent": (replaced(HEAD + rb"X-Unsent: 1\r\n", rb""), {"wire"}),
    "X-Unsent true": (replaced(rb"X-Unsent: 1", rb"X-Unsent: true"), {"wire"}),
    "a date": (replaced(HEAD + rb"To: ", rb"Date: Fri, 20 Nov 2026 09:30:00 +0800\r\nTo: "), {"wire"}),
    "a message id": (replaced(HEAD + rb"To: ", rb"Message-ID: <1@example.com>\r\nTo: "), {"wire"}),
    "8-bit header": (replaced(HEAD + rb"X-Unsent", "X-Note: 冻结\r\nX-Unsent".encode()), {"wire"}),
    "bare line feeds": (lambda raw: raw.replace(b"\r\n", b"\n"), {"wire"}),
    "one bare line feed": (replaced(rb"\r\n\r\n", rb"\n\r\n"), {"wire"}),
    "a line too long": (replaced(rb"X-Unsent", b"X-Note: " + b"x" * 999 + rb"\r\nX-Unsent"), {"wire"}),
    "another text": (None, READERS),  # see main
    "8-bit text": (None, {"wire"}),
    "a script": (None, {"python"}),
    "last boundary lost": (lambda raw: raw[: raw.rindex(b"\r\n--") + 2], {"python"}),
}


def with_part(raw, kind, change, encoding=b"base64"):
    """The draft with the decoded content of its first part of a kind changed."""
    part = re.compile(rb"(Content-Type: " + kind + rb".*?\r\n)(Content-Transfer-Encoding: )[\w-]+(.*?\r\n\r\n)(.*?)(\r\n--)", re.S)
    message = email.message_from_bytes(raw, policy=email.policy.default)
    content = next(p for p in message.walk() if p.get_content_type() == kind.decode()).get_payload(decode=True)
    content = change(content)
    body = base64.encodebytes(content).replace(b"\n", b"\r\n") if encoding == b"base64" else content
    changed, count = part.subn(lambda m: m[1] + m[2] + encoding + m[3] + body + m[5], raw, count=1)
    assert count == 1
    return changed


BREAKAGES["another text"] = (lambda raw: with_part(raw, b"text/plain", lambda c: c.replace("。".encode(), b".", 1)), READERS)
BREAKAGES["8-bit text"] = (lambda raw: with_part(raw, b"text/plain", bytes, b"8bit"), {"wire"})
BREAKAGES["a script"] = (lambda raw: with_part(raw, b"text/html", lambda c: c + b"<script>1</script>"), {"python"})


def complaints(path, expected):
    """The checks that found something, by name."""
    done = subprocess.run([sys.executable, HERE / "read_draft.py", path, expected], capture_output=True, text=True)
    assert done.returncode in (0, 1), done.stderr
    *checks, total = done.stdout.splitlines()
    found = {line.split(":")[0] for line in checks if not line.endswith(": as meant")}
    assert done.returncode == (1 if found else 0), (done.returncode, done.stdout, done.stderr)
    assert total == f"{4 - len(found)} passed, {len(found)} failed", done.stdout
    return found, done.stdout


def main():
    with tempfile.TemporaryDirectory(prefix="unfreeze-readers-") as folder:
        folder = Path(folder)
        path, expected = map(Path, sys.argv[1:3]) if len(sys.argv) > 2 else draft(folder)
        found, report = complaints(path, expected)
        results = {"the draft itself": (not found, report)}
        for name, (broken, must) in BREAKAGES.items():
            changed = broken(path.read_bytes())
            assert changed != path.read_bytes(), name
            (folder / "broken.eml").write_bytes(changed)
            found, report = complaints(folder / "broken.eml", expected)
            results[name] = (must <= found, report)
    for name, (right, report) in results.items():
        print(f"{name}: {'told apart' if right else 'NOT SEEN' + chr(10) + report}")
    failed = sum(not right for right, _ in results.values())
    print(f"{len(results) - failed} passed, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
