#!/usr/bin/env python3
"""Lets three mail readers read a draft, and compares what each of them saw.

    read_draft.py DRAFT.eml EXPECTED.json [ANSWERS_DIR]

EXPECTED.json holds what the sender meant: subject, from, to, cc, text and attachments ([name, SHA-256] pairs). Python's
email package, mutt and mblaze each give their answer in the same form (kept as ANSWERS_DIR/<reader>.json); all must be
equal to what was meant and so to each other. A fourth check looks at the bytes themselves.
"""

import email
import email.policy
import email.utils
import hashlib
import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SECONDS = 20  # for one reader; each needs less than one


def lines(text):
    """A text with its line ends and its last empty lines out of the way: readers differ there by right."""
    return text.replace("\r\n", "\n").rstrip("\n")


def attachment(name, content):
    return [name, hashlib.sha256(content).hexdigest()]


def answer(subject, sender, to, cc, text, attachments):
    return {
        "subject": subject,
        "from": sender,
        "to": to,
        "cc": cc,
        "text": lines(text),
        "attachments": sorted(attachments),
    }


# --- the bytes -------------------------------------------------------------------------------------------------------

ONCE = ["From", "To", "Subject", "X-Unsent", "MIME-Version", "Content-Type"]
NEVER = ["Date", "Message-ID", "Bcc", "Sender", "Return-Path", "Received", "Reply-To", "User-Agent", "X-Mailer"]


def wire(path, expected):
    """What a draft's bytes must be before any reader sees them (RFC 5322 §2.1, RFC 2045 §2.7)."""
    raw = path.read_bytes()
    head = raw.split(b"\r\n\r\n", 1)[0]
    names = [line.split(b":")[0].decode("ascii", "replace").lower() for line in re.split(rb"\r\n(?![ \t])", head)]
    wrong = []
    if any(byte > 126 or (byte < 32 and byte not in b"\t\r\n") for byte in raw):
        wrong.append("a byte that is not printable ASCII")
    if raw.count(b"\r\n") != raw.count(b"\n") or raw.count(b"\r\n") != raw.count(b"\r"):
        wrong.append("a line end that is not CRLF")
    if not raw.endswith(b"\r\n"):
        wrong.append("no line end at the end")
    longest = max(map(len, raw.split(b"\r\n")))
    if longest > 998:
        wrong.append(f"a line of {longest} characters")
    wrong += [f"{names.count(name.lower())} times {name}" for name in ONCE if names.count(name.lower()) != 1]
    wrong += [f"a header {name}" for name in NEVER if name.lower() in names]
    if b"\r\nX-Unsent: 1\r\n" not in b"\r\n" + head + b"\r\n":
        wrong.append("X-Unsent is not exactly 1")
    subject = f"Subject: {expected['subject']}".encode()
    if subject.isascii() and b"\r\n" + subject + b"\r\n" not in b"\r\n" + head + b"\r\n":
        wrong.append("an ASCII subject that does not stand there as it is, on one line")
    return wrong


# --- the readers -----------------------------------------------------------------------------------------------------


def python(path, _folder):
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    attachments = [attachment(part.get_filename(), part.get_content()) for part in message.iter_attachments()]
    text = message.get_body(("plain",)).get_content()
    shape = [part.get_content_type() for part in message.walk()][:4]
    if shape != ["multipart/mixed", "multipart/alternative", "text/plain", "text/html"]:
        raise ValueError(f"the parts begin with {shape}")
    html = message.get_body(("html",)).get_content()
    if active := re.search(r"<script|<link|<iframe|javascript:|\bsrc\s*=|\burl\(|\son\w+\s*=", html, re.I):
        raise ValueError(f"the HTML is not passive: {active.group()}")
    defects = [d for part in message.walk() for d in part.defects]
    defects += [d for part in message.walk() for value in part.values() for d in value.defects]
    if defects:
        raise ValueError(f"defects: {defects}")

    def addresses(name):
        return [mailbox.addr_spec for value in message.get_all(name, []) for mailbox in value.addresses]

    [sender] = addresses("From")
    return answer(message["Subject"], sender, addresses("To"), addresses("Cc"), text, attachments)


def mblaze(path, folder):
    environment = os.environ | {"LC_ALL": "C.UTF-8", "MBLAZE": str(folder), "HOME": str(folder)}

    def run(*command):
        done = subprocess.run(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=SECONDS)
        if done.returncode != 0:
            raise ValueError(f"{command[0]}: exit {done.returncode}: {done.stderr.decode().strip()}")
        return done.stdout

    def header(name):
        return run("mhdr", "-d", "-h", name, path).decode().removesuffix("\n")

    def addresses(name):
        return run("maddr", "-a", "-h", name, path).decode().split()

    parts = run("mshow", "-t", path).decode()
    number = re.search(r"^ *(\d+): text/plain ", parts, re.M).group(1)
    extracted = folder / "extracted"
    extracted.mkdir()
    names = re.findall(r'name="(.*)"$', parts, re.M)
    subprocess.run(["mshow", "-x", path], cwd=extracted, env=environment, check=True, stdin=subprocess.DEVNULL,
                   capture_output=True, timeout=SECONDS)
    attachments = [attachment(file.name, file.read_bytes()) for file in extracted.iterdir()]
    if sorted(names) != sorted(name for name, _ in attachments):
        raise ValueError(f"mshow lists {names}, but extracts {attachments}")
    subject = header("subject")
    if (scanned := run("mscan", "-f", "%S", path).decode().strip()) != subject:
        raise ValueError(f"mscan tells another subject than mhdr: {scanned}")
    [sender] = addresses("from")
    return answer(subject, sender, addresses("to"), addresses("cc"), run("mshow", "-O", path, number).decode(),
                  attachments)


def on_a_terminal(command, folder, environment):
    """Runs a program on a pseudo-terminal that is its controlling one, to its end; gives what it drew."""
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(folder)
        os.execvpe(command[0], command, environment)
    screen = b""
    end = time.monotonic() + SECONDS
    try:
        while time.monotonic() < end:
            if select.select([terminal], [], [], 1)[0]:
                screen += os.read(terminal, 65536)
    except OSError:  # the other side is closed: the program has ended
        pass
    else:
        os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    os.close(terminal)
    return screen


def mutt(path, folder):
    """Drives mutt's own keys on a pseudo-terminal: it has no batch mode for reading."""
    maildir = folder / "box"
    for name in ("cur", "new", "tmp"):
        (maildir / name).mkdir(parents=True)
    (maildir / "cur" / "draft:2,S").write_bytes(path.read_bytes())
    extracted = folder / "extracted"
    extracted.mkdir()
    decoded = folder / "decoded.txt"
    entries = len(list(email.message_from_bytes(path.read_bytes()).walk())) - 1  # the menu leaves the outermost out
    # Every entry of the attachment menu is saved under the name that mutt itself proposes; it proposes none for the
    # parts without a name, and an empty answer gives up on them.
    save = "".join(f"{entry + 1}<enter><save-entry><enter>" for entry in range(entries))
    (folder / "muttrc").write_text(
        "\n".join([
            "set charset=utf-8 send_charset=utf-8",
            f"set folder={folder}",  # one that exists, or mutt asks whether to make it
            "set mbox_type=Maildir quit=yes move=no confirmappend=no wait_key=no read_only=yes",
            "set pipe_decode=yes pipe_decode_weed=no wrap=0 reflow_wrap=0 wrap_headers=998",
            "set sleep_time=0 help=no beep=no",
            "alternative_order text/plain",
            f"push '<first-entry><pipe-message>cat > {decoded}<enter><view-attachments>{save}<exit><exit>'",
        ]) + "\n")
    environment = os.environ | {"LC_ALL": "C.UTF-8", "TERM": "xterm", "HOME": str(folder), "EMAIL": "reader@localhost"}
    command = ["mutt", "-n", "-R", "-F", str(folder / "muttrc"), "-f", str(maildir)]
    screen = on_a_terminal(command, extracted, environment)
    if not decoded.exists():
        raise ValueError(f"mutt read nothing; it drew {screen[-500:]!r}")
    head, text = decoded.read_text(encoding="utf-8").replace("\r\n", "\n").split("\n\n", 1)
    headers = [line.split(": ", 1) for line in re.sub(r"\n[ \t]+", " ", head).split("\n")]

    def header(name):
        return ", ".join(value for key, value in headers if key.lower() == name)

    def addresses(name):
        return [address for _, address in email.utils.getaddresses([header(name)]) if address]

    attachments = [attachment(file.name, file.read_bytes()) for file in extracted.iterdir()]
    [sender] = addresses("from")
    return answer(header("subject"), sender, addresses("to"), addresses("cc"), text, attachments)


# --- the comparison --------------------------------------------------------------------------------------------------


def differences(seen, expected):
    """What a reader saw otherwise; values cut short, so that a report stays readable."""
    def short(value):
        return (text if len(text := json.dumps(value, ensure_ascii=False)) <= 300 else text[:300] + "…")

    return [f"{key}: saw {short(seen[key])}, meant {short(expected[key])}" for key in expected if seen[key] != expected[key]]


def read(reader, path, expected, answers):
    with tempfile.TemporaryDirectory(prefix="unfreeze-reader-") as folder:
        try:
            seen = reader(path, Path(folder))
        except Exception as error:  # whatever stops a reader is the finding
            return [f"{type(error).__name__}: {error}"]
    if answers:
        (answers / f"{reader.__name__}.json").write_text(json.dumps(seen, ensure_ascii=False, indent=1))
    return differences(seen, expected)


def main():
    path = Path(sys.argv[1]).resolve()
    meant = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    expected = answer(*(meant[key] for key in ("subject", "from", "to", "cc", "text", "attachments")))
    answers = Path(sys.argv[3]) if len(sys.argv) > 3 else None
    if answers:
        answers.mkdir(parents=True, exist_ok=True)
    findings = {"wire": wire(path, expected)}
    findings |= {reader.__name__: read(reader, path, expected, answers) for reader in (python, mutt, mblaze)}
    for name, wrong in findings.items():
        print(f"{name}: {'; '.join(wrong) or 'as meant'}")
    failed = sum(map(bool, findings.values()))
    print(f"{len(findings) - failed} passed, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
