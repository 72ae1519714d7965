"""Draws the screenshots of this folder. Run by hand; the pictures are kept, so that no test depends on a font.

Nothing here belongs to anybody: example domains, invented numbers, an identity number of no region.
"""

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

HERE = Path(__file__).parent
FONT = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"


def page(name, size, blocks, ground="#f2f3f5"):
    picture = Image.new("RGB", size, ground)
    pen = ImageDraw.Draw(picture)
    for left, top, height, colour, text in blocks:
        pen.text((left, top), text, font=ImageFont.truetype(FONT, height), fill=colour)
    picture.quantize(4, dither=Image.Dither.NONE).save(HERE / name, optimize=True)


def rows(left, value, top, step, height, pairs):
    for row, (label, text) in enumerate(pairs):
        yield left, top + row * step, height, "#777777", label
        yield value, top + row * step, height, "#222222", text


# A browser window: labels left, values right, no zone; a list of orders below its heading.
page("window.png", (1280, 860), [
    (40, 20, 22, "#223", "卖家后台 Seller Backend"),
    (60, 90, 30, "#b83020", "店铺已冻结 / Account frozen"),
    *rows(60, 340, 170, 46, 18, [
        ("店铺 Store", "Aurora Lighting Official Store"),
        ("店铺 ID Store ID", "1102345678"),
        ("通知编号 Notice no.", "FN-20261120-000417"),
        ("冻结时间 Frozen at", "2026-11-20 09:30"),
        ("原因 Reason", "身份认证：法定代表人身份信息需重新核验"),
        ("登录邮箱 Login", "shop@example.com"),
        ("物流单号 Tracking", "RB123456785CN"),
    ]),
    (60, 520, 18, "#777", "订单号 Order ID"),
    (60, 560, 18, "#222", "8190234455667788"),
    (60, 600, 18, "#222", "8190234455667799"),
    (60, 660, 16, "#777", "请勿向任何声称可以代为解冻的第三方付费"),
])

# A phone's long screenshot: far below, what must not travel, and what somebody may not want to.
lines = [f"第 {count} 条　店铺须遵守平台规则，如实提交材料。" for count in range(1, 13)]
page("phone.png", (1080, 5400), [
    (60, 30, 34, "#444", "09:41"),
    (60, 140, 56, "#b83020", "账号冻结通知"),
    (60, 260, 40, "#222", "店铺ID：1102345678"),
    (60, 340, 40, "#222", "冻结时间：2026-11-20 09:30（北京时间）"),
    (60, 420, 40, "#222", "通知编号：FN-20261120-000417"),
    *[(60, 540 + 340 * row, 38, "#555", line) for row, line in enumerate(lines)],
    (60, 4700, 40, "#222", "法定代表人身份证号：990105 19491231 004X"),
    (60, 4800, 40, "#222", "联系人电话：138 0013 8001"),
    (60, 4900, 40, "#222", "联系邮箱：someone@example.org"),
], ground="#ffffff")

# A large screen with small letters; another store, and an English date.
page("screen.png", (2560, 1440), [
    (40, 24, 18, "#223", "Seller Backend    Home    Products    Orders    Help"),
    (420, 160, 30, "#b83020", "Your account is frozen"),
    *rows(420, 700, 260, 38, 16, [
        ("Store ID", "1109876543"),
        ("Case ID", "77120034"),
        ("Frozen on", "Nov 20, 2026 09:30 PST"),
        ("Appeals", "seller-support@aliexpress.com"),
        ("Orders", "8190234455667788, 8190234455667799"),
    ]),
    *[(420, 520 + 34 * row, 15, "#666", f"Section {row + 1}. Sellers keep to the rules of the platform and hand in true papers.")
      for row in range(20)],
    (2100, 1390, 15, "#333", "99010519491231004X"),
], ground="#ffffff")
