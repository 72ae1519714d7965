#!/usr/bin/env python3
"""Logs in to two real mail servers and sends through them: what arrives is what the diary has, byte for byte.

    servers.sh sending.py UNFREEZE CASE.toml    # the case's mail is from $MAIL_USER
"""

import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROGRAM, CASE = (str(Path(word).resolve()) for word in sys.argv[1:3])
ENV = os.environ
CA, USER, PASSWORD = ENV["MAIL_CA"], ENV["MAIL_USER"], ENV["MAIL_PASSWORD"]
# What a mail server puts in front of a mail that it takes over (RFC 5321 §4.4).
TRACE = re.compile(rb"(?:(?:Received|Return-Path|Delivered-To|X-Original-To|Envelope-to|Delivery-date):[^\r\n]*\r\n(?:[ \t][^\r\n]*\r\n)*)*")
WAYS = [
    ("postfix-tls", ENV["POSTFIX_TLS"], ENV["POSTFIX_MAIL"]),
    ("postfix-starttls", ENV["POSTFIX_STARTTLS"], ENV["POSTFIX_MAIL"]),
    ("exim-tls", ENV["EXIM_TLS"], ENV["EXIM_MAIL"]),
    ("exim-starttls", ENV["EXIM_STARTTLS"], ENV["EXIM_MAIL"]),
]


def unfreeze(home, *words, password=None):
    """Runs the program; gives its status, its object and what it said on stderr."""
    clean = {name: ENV[name] for name in ("PATH", "LANG", "LC_ALL") if name in ENV}
    clean |= {"UNFREEZE_CONFIG_DIR": f"{home}/config", "UNFREEZE_STATE_DIR": f"{home}/state", "KEPT": PASSWORD}
    if password is not None:
        clean["UNFREEZE_PASSWORD"] = password
    run = subprocess.run(
        [PROGRAM, *words, "--json", "--ui-lang", "en"], env=clean, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120
    )
    for said in (run.stdout, run.stderr):
        assert PASSWORD not in said, "the password was said"
    return run.returncode, json.loads(run.stdout), run.stderr


def expect(what, found, wanted):
    if found != wanted:
        sys.exit(f"{what}: {found!r} instead of {wanted!r}")


def codes(answer):
    return [finding["code"] for finding in answer["findings"]]


def kept(home):
    """The bytes of every mail in the diary, in order."""
    database = sqlite3.connect(f"file:{home}/state/unfreeze.db?mode=ro", uri=True)
    rows = database.execute("SELECT state, bytes FROM mails JOIN bodies ON bodies.mail = mails.id ORDER BY mails.id").fetchall()
    database.close()
    return rows


def arrived(folder, known):
    """The next mail that arrives, whole, without what the server put in front."""
    for _ in range(300):
        new = [path for path in Path(folder).glob("*") if path.is_file() and not path.name.startswith(".") and path not in known]
        if new:
            expect(f"mails at {folder}", len(new), 1)
            known.add(new[0])
            received = new[0].read_bytes()
            trace = TRACE.match(received).end()
            assert trace > 0, "a server that leaves no trace is none"
            return received[trace:]
        time.sleep(0.1)
    sys.exit(f"nothing arrived at {folder}")


def check_accounts(home):
    for name, server, _ in WAYS:
        command = () if name == "exim-tls" else ("--password-command", 'printf %s "$KEPT"')
        status, answer, _ = unfreeze(home, "account", "add", USER, "--name", name, "--server", server, *command)
        expect(f"add {name}", (status, answer["account"]["user"]), (0, USER))
        password = None if command else PASSWORD
        status, answer, _ = unfreeze(home, "account", "check", name, "--ca-file", CA, password=password)
        expect(f"check {name}", (status, answer.get("logged_in")), (0, True))
        status, answer, _ = unfreeze(home, "account", "check", name, "--ca-file", CA, password="wrong")
        expect(f"check {name} with a wrong password", (status, codes(answer)), (77, ["reply-login"]))
        status, answer, _ = unfreeze(home, "account", "check", name, password=PASSWORD)
        expect(f"check {name} without its authority", (status, codes(answer)), (75, ["smtp-certificate-issuer"]))
    assert PASSWORD not in Path(home, "config/accounts.toml").read_text()
    print(f"   {len(WAYS)} logins, each right, wrong and to a stranger")


def send_each_way(home, known):
    for name, _, folder in WAYS:
        state = f"{home}/{name}"
        os.symlink(f"{home}/config", Path(state + "-config"))
        os.makedirs(state)
        os.symlink(f"{home}/config", f"{state}/config")
        send = ("send", CASE, "--account", name, "--ca-file", CA, "--yes")
        status, answer, said = unfreeze(state, *send, password=PASSWORD)
        expect(f"send by {name}: {said}", (status, [mail["state"] for mail in answer["mails"]]), (0, ["accepted"]))
        body = arrived(folder, known)
        expect(f"diary of {name}", kept(state), [("accepted", body)])
        status, _, said = unfreeze(state, *send, password=PASSWORD)
        expect(f"send by {name} again: {said}", (status, len(kept(state))), (0, 1))
        print(f"   {name}: {len(body)} bytes arrived as they are in the diary, once")


def send_draft_through_this_machine(home, known):
    """A draft that was composed before, through a smart host that asks for nothing."""
    state = f"{home}/local"
    os.makedirs(state)
    draft = f"{state}/draft.eml"
    clean = {"PATH": ENV["PATH"], "UNFREEZE_STATE_DIR": f"{state}/state"}
    subprocess.run([PROGRAM, "compose", CASE, "-o", draft], env=clean, check=True, capture_output=True)
    status, answer, said = unfreeze(state, "send", draft, "--server", ENV["POSTFIX_LOCAL"], "--yes")
    expect(f"send the draft: {said}", (status, answer["mails"][0]["state"]), (0, "accepted"))
    body = arrived(ENV["POSTFIX_MAIL"], known)
    expect("diary of the draft", kept(state), [("accepted", body)])
    assert b"X-Unsent" not in body
    trial = ("send", CASE, "--to-self", "--server", ENV["POSTFIX_LOCAL"], "--yes")
    status, answer, said = unfreeze(state, *trial)
    expect(f"trial: {said}", (status, answer["mails"][0]["state"]), (0, "accepted"))
    body = arrived(ENV["POSTFIX_MAIL"], known)
    assert f"To: {USER}".encode() in body and b"aliexpress.com\r\nSubject" not in body
    print("   a draft and a trial through this machine's own server")


with tempfile.TemporaryDirectory() as home:
    os.makedirs(f"{home}/config", mode=0o700)
    known = set()
    check_accounts(home)
    if len(sys.argv) < 4 or sys.argv[3] != "--check-only":
        send_each_way(home, known)
        send_draft_through_this_machine(home, known)
    expect("mails beyond those", [p for w in {w[2] for w in WAYS} for p in Path(w).glob("*") if p not in known], [])
