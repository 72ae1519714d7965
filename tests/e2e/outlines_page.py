#!/usr/bin/env python3
"""Answers `unfreeze new --plain` until it shows outlines of a card to pick from, and keeps a copy of that page in a folder.

    outlines_page.py UNFREEZE PICTURE LANG FOLDER
"""

import os
import pty
import re
import select
import shutil
import sys
import time

program, picture, lang, folder = sys.argv[1:]
program, folder = os.path.realpath(program), os.path.realpath(folder)
CASE = """
[store]
id = "1102345678"
verified = true
name = "Aurora"
[business]
region = "cn"
licence = "91990000MA0DEM005D"
[representative]
id_portrait = "portrait.jpg"
portrait = { whole = true }
id_emblem = "emblem.jpg"
[freeze]
notice = ["notice.png"]
"""

os.makedirs(folder, exist_ok=True)
shutil.copy(picture, f"{folder}/emblem.jpg")
with open(f"{folder}/case.toml", "w") as file:
    file.write(CASE)
page = f"{folder}/unfreeze-outlines-emblem.html"
child, terminal = pty.fork()
if child == 0:
    os.chdir(folder)
    places = {f"UNFREEZE_{name}_DIR": f"{folder}/none" for name in ("CONFIG", "STATE", "READER")}
    # No browser is found there, so none is opened.
    words = [program, "new", "case.toml", "--plain", "--ui-lang", lang]
    os.execve(program, words, {"TERM": "xterm", "PATH": folder} | places)
shown, answered, end = "", False, time.monotonic() + 120
while not os.path.exists(page):
    if time.monotonic() > end:
        sys.exit(f"outlines: no page, but:\n{shown}")
    if select.select([terminal], [], [], 0.2)[0]:
        shown += os.read(terminal, 4096).decode(errors="replace")
    # The outlines are the last that is offered.
    places = re.findall(r"^\s*(\d+)[.):]? ", shown.split("emblem.jpg")[-1], re.M)
    if not answered and len(places) > 3 and not select.select([terminal], [], [], 1)[0]:
        os.write(terminal, places[-1].encode() + b"\r")
        answered = True
mode = os.stat(page).st_mode & 0o777
shutil.copy(page, f"{folder}/outlines.html")
os.write(terminal, b"\x03")
while True:
    try:
        if not os.read(terminal, 4096):
            break
    except OSError:
        break
os.waitpid(child, 0)
if mode != 0o600 or os.path.exists(page):
    sys.exit(f"outlines: the page was of mode {mode:o}, or is still there")
print(f"outlines: {folder}/outlines.html")
