#!/usr/bin/env python3
"""What a draft must say, taken from the other files of its hand-off folder and from the case, for read_draft.py.

    expected.py CASE.toml FOLDER > EXPECTED.json

The subject and the addresses come from the case by rules written down here a second time; the text comes from letter.txt
and the attachments from attachments/, which a person uses in place of the draft and which must therefore say the same.
"""

import hashlib
import json
import sys
import tomllib
from pathlib import Path


def expected(case, folder):
    mail = case["mail"]
    left, right = {"ascii": "[]", "cjk": "【】"}[mail.get("brackets", "ascii")]
    sender = mail.get("from", case["store"].get("login"))
    # The letter follows the guide's lines To, Cc and Subject after an empty line.
    guide, text = folder.joinpath("letter.txt").read_text(encoding="utf-8-sig").replace("\r\n", "\n").split("\n\n", 1)
    subject = f"{left}URGENT-ACCOUNT FROZEN-{case['store']['id']}{right}"
    recipient = mail.get("to", "seller-support@aliexpress.com")
    for line in (subject, recipient):
        if line not in guide:
            raise SystemExit(f"letter.txt does not begin with {line}")
    return {
        "subject": subject,
        "from": sender,
        "to": [recipient],
        "cc": mail.get("cc", []),  # a draft's copy for the sender is the one that their mail client keeps
        "text": text,
        "attachments": [[file.name, hashlib.sha256(file.read_bytes()).hexdigest()]
                        for file in sorted(folder.joinpath("attachments").iterdir())],
    }


if __name__ == "__main__":
    with open(sys.argv[1], "rb") as file:
        json.dump(expected(tomllib.load(file), Path(sys.argv[2])), sys.stdout, ensure_ascii=False, indent=1)
