#!/usr/bin/env python3
"""Redacts every specimen in a folder at its true corners and compares the pictures with the specimens' truth.

    tests/e2e/specimens.py FOLDER [--sheet OUT.png] [--only PART_OF_A_NAME]

Each card of each specimen is drawn in every style by the program (target/debug/unfreeze, or $UNFREEZE). It must say that
nobody has vouched yet; every glyph that is to be hidden must lie under one mask; an identity number beside the card must be
cut away or lie under a mask; plain masks must be plain; and the file must hold one picture and nothing else. How much of a
kept field a mask covers is only told. With --sheet, all pictures come on one sheet, to be looked at by a person.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

STYLES = ["fill", "blur", "mosaic"]
HIDDEN = {"portrait": ["birth", "address", "number"], "emblem": ["authority"]}
UNVOUCHED = 3
PROGRAM = os.environ.get("UNFREEZE", "target/debug/unfreeze")
# Start, end, the bare JFIF header, tables, a baseline frame, a scan (ITU-T T.81, annex B).
MARKERS = {0xE0: "APP0", 0xDB: "DQT", 0xC0: "SOF0", 0xC4: "DHT", 0xDA: "SOS"}


def homography(corners, size):
    """The map from the four corners to a picture of this size: eight equations, solved by elimination."""
    width, height = size
    rows = []
    for (x, y), (u, v) in zip(corners, [(0, 0), (width, 0), (width, height), (0, height)]):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    for pivot in range(8):
        most = max(range(pivot, 8), key=lambda row: abs(rows[row][pivot]))
        rows[pivot], rows[most] = rows[most], rows[pivot]
        rows[pivot] = [value / rows[pivot][pivot] for value in rows[pivot]]
        for row in range(8):
            if row != pivot:
                times = rows[row][pivot]
                rows[row] = [a - times * b for a, b in zip(rows[row], rows[pivot])]
    a, b, c, d, e, f, g, h = (row[8] for row in rows)

    def at(point):
        x, y = point
        w = g * x + h * y + 1
        return (a * x + b * y + c) / w, (d * x + e * y + f) / w

    return at


def under(polygon, masks):
    """Whether one mask holds the whole polygon."""
    return any(
        all(left <= x <= left + width and top <= y <= top + height for x, y in polygon)
        for left, top, width, height in masks
    )


def excess(polygon, masks):
    """By how many pixels the polygon sticks out of the mask that holds it best."""
    out = lambda x, y, m: max(m[0] - x, x - m[0] - m[2], m[1] - y, y - m[1] - m[3], 0)
    return min((max(out(x, y, mask) for x, y in polygon) for mask in masks), default=9999)


def covered(box, masks):
    """How many parts in a hundred of a box lie under masks; the masks do not overlap by much."""
    left, top, right, bottom = box
    total = 0
    for x, y, width, height in masks:
        across = min(right, x + width) - max(left, x)
        along = min(bottom, y + height) - max(top, y)
        total += max(across, 0) * max(along, 0)
    return min(100, round(100 * total / ((right - left) * (bottom - top))))


def bounds(polygon):
    xs, ys = zip(*polygon)
    return min(xs), min(ys), max(xs), max(ys)


def foreign(data):
    """What a JPEG file holds beyond one bare picture."""
    if data[:2] != b"\xff\xd8":
        return ["no JPEG"]
    found, at = [], 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            return found + [f"no marker at {at}"]
        marker = data[at + 1]
        if marker == 0xD9:
            break
        if marker not in MARKERS:
            found.append(f"marker {marker:02x}")
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == 0xE0 and data[at + 4 : at + 9] != b"JFIF\0":
            found.append("APP0 without JFIF")
        at += 2 + length
        if marker == 0xDA:
            while data[at] != 0xFF or data[at + 1] == 0 or 0xD0 <= data[at + 1] <= 0xD7:
                at += 1
    if data[at:] != b"\xff\xd9":
        found.append("bytes after the end")
    return found


def plain(path, masks):
    from PIL import Image

    with Image.open(path) as picture:
        for left, top, width, height in masks:
            ends = picture.convert("RGB").crop((left, top, left + width, top + height)).getextrema()
            if any(most - least > 4 for least, most in ends):
                return False
    return True


def redact(picture, card, style, folder):
    """Exit status, what the program says of the picture, and the file."""
    corners = " ".join(f"{round(x)},{round(y)}" for x, y in card["corners"])
    command = [PROGRAM, "redact", str(picture), "--out", str(folder), "--side", card["side"]]
    command += ["--style", style, f"--corners={corners}", "--json", "--ui-lang", "en"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    scans = json.loads(done.stdout)["scans"] if done.stdout.strip() else [{}]
    output = scans[0].get("output")
    return done.returncode, scans[0], Path(output) if output else None


def compare(truth, card, scan):
    """What is wrong with the masks, and how much of kept fields they cover."""
    size = scan["size"]
    masks = [mask["box"] for mask in scan["masked"]]
    to = homography([[round(x), round(y)] for x, y in card["corners"]], size)
    wrong, told = [], {}
    for name, field in card["fields"].items():
        if name in HIDDEN[card["side"]]:
            glyphs = [[to(point) for point in char["polygon"]] for char in field["chars"]]
            bare = [excess(glyph, masks) for glyph in glyphs if not under(glyph, masks)]
            if bare:
                wrong.append(f"{name}: {len(bare)} of {len(glyphs)} glyphs stick out by up to {max(bare):.0f} px")
        elif name != "number_last4":
            share = covered(bounds([to(point) for point in field["polygon"]]), masks)
            if share:
                told[name] = share
    for page in truth.get("pages", []):
        for char in page["fields"]["number"]["chars"]:
            glyph = [to(point) for point in char["polygon"]]
            left, top, right, bottom = bounds(glyph)
            seen = right > 0 and bottom > 0 and left < size[0] and top < size[1]
            if seen and not under(glyph, masks):
                wrong.append(f"the number on the page is seen: {char['c']}")
    return wrong, told


def examine(truth, picture, folder):
    """What is wrong, what is told, and the pictures, of all cards of one specimen."""
    wrong, notes, pictures = [], [], []
    for index, card in enumerate(truth["cards"]):
        for style in STYLES:
            status, scan, output = redact(picture, card, style, folder / f"{index}-{style}")
            if status != UNVOUCHED or output is None:
                wrong.append(f"{card['side']} {style}: exit {status} {scan.get('reasons')}")
                continue
            pictures.append(output)
            wrong += [f"{card['side']} {style}: {what}" for what in foreign(output.read_bytes())]
            if style != STYLES[0]:
                continue
            bare, told = compare(truth, card, scan)
            wrong += bare
            notes += [f"{name} {share} % covered" for name, share in told.items()]
            notes += [reason for reason in scan["reasons"] if reason != "reason-unseen"]
            if not plain(output, [mask["box"] for mask in scan["masked"]]):
                wrong.append("a plain mask is not plain")
    return wrong, notes, pictures


def make_sheet(rows, path):
    from PIL import Image, ImageDraw

    width, height, columns = 300, 190, 6
    cells = [(name, picture) for name, pictures in rows for picture in pictures]
    sheet = Image.new("RGB", (width * columns, (height + 14) * -(-len(cells) // columns)), "white")
    draw = ImageDraw.Draw(sheet)
    for index, (name, picture) in enumerate(cells):
        x, y = index % columns * width, index // columns * (height + 14)
        with Image.open(picture) as card:
            sheet.paste(card.convert("RGB").resize((width - 4, height - 2)), (x, y + 12))
        draw.text((x + 2, y), name, fill="black")
    sheet.save(path)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sheet", type=Path)
    parser.add_argument("--only", default="")
    args = parser.parse_args()
    truths = [json.loads(path.read_text()) for path in sorted(args.folder.glob("*.json"))]
    truths = [truth for truth in truths if truth["cards"] and args.only in truth["file"]]
    failed, rows = 0, []
    with tempfile.TemporaryDirectory() as work, ThreadPoolExecutor(2) as pool:
        folders = [Path(work) / Path(truth["file"]).stem for truth in truths]
        [folder.mkdir() for folder in folders]
        pictures = [args.folder / truth["file"] for truth in truths]
        for truth, (wrong, notes, drawn) in zip(truths, pool.map(examine, truths, pictures, folders)):
            failed += bool(wrong)
            print("FAIL" if wrong else "pass", truth["file"], "; ".join(wrong + [f"({n})" for n in notes]), flush=True)
            rows.append((truth["file"].removeprefix("specimen_"), drawn))
        if args.sheet:
            make_sheet(rows, args.sheet)
    print(f"{len(truths) - failed} passed, {failed} failed")
    return 1 if failed or not truths else 0


if __name__ == "__main__":
    sys.exit(main())
