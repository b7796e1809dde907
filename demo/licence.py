"""A picture that stands for a business licence: plainly a sample, and of nobody."""

import io

from PIL import Image, ImageDraw


def draw_licence(name: str, uscc: str) -> bytes:
    """A JPEG; the code is written on it, the name is not: Pillow's own letters have no Chinese."""
    sheet = Image.new("RGB", (1200, 850), "#fbf7ee")
    pen = ImageDraw.Draw(sheet)
    pen.rectangle((24, 24, 1176, 826), outline="#b9472f", width=10)
    pen.rectangle((44, 44, 1156, 806), outline="#c79f4b", width=3)
    pen.text((600, 150), "SAMPLE LICENCE", fill="#84170f", anchor="mm", font_size=64)
    pen.text((600, 300), uscc, fill="#1f1a17", anchor="mm", font_size=56)
    for line in range(4):
        pen.line((160, 420 + 80 * line, 820 + len(name) * 8, 420 + 80 * line), fill="#8d8175", width=3)
    pen.ellipse((900, 560, 1090, 750), outline="#a3211d", width=10)
    out = io.BytesIO()
    sheet.save(out, "JPEG", quality=85)
    return out.getvalue()
