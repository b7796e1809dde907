"""The picture of a business licence: what it may be, how it is cleaned, how it outlives a form that came back.

What it is, its content says, never its name. A picture is drawn anew, so that nothing the camera wrote beside it
(place, time, device) is kept; a PDF stays as it is and is only ever handed out to be saved.
"""

import io
import secrets

from django.core import signing
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

LARGEST = 10 * 1024 * 1024
MOST_PIXELS = 60_000_000
MOST_PIXELS_UNPACKED = 16_000_000
"""A plain JPEG is read at the size it will have. A PNG or a progressive JPEG is unpacked whole, a few kilobytes to a
gigabyte.
"""
LONGEST_SIDE = 2600
FORMATS = ("JPEG", "PNG")
TYPES = {".jpg": "image/jpeg", ".pdf": "application/pdf"}
HELD = 2 * 60 * 60
SALT = "ecosystem.licences"


class LicenceRefused(Exception):
    """A sentence that says what is wrong with the file."""


def cleaned(content: bytes) -> ContentFile:
    """The file to keep, under a name that nobody guesses; raises LicenceRefused."""
    if not content:
        raise LicenceRefused(_("The file is empty. Choose the picture again."))
    if len(content) > LARGEST:
        raise LicenceRefused(_("The file is larger than 10 MB. A smaller picture that can be read is enough."))
    if content.startswith(b"%PDF-"):
        return named(content, ".pdf")
    return named(redrawn(content), ".jpg")


def named(content: bytes, ending: str) -> ContentFile:
    return ContentFile(content, name=f"{secrets.token_hex(16)}{ending}")


def redrawn(content: bytes) -> bytes:
    """The picture alone, upright, as a JPEG of a size that can be read."""
    unreadable = _("This is neither a JPEG or PNG picture nor a PDF. Take a photo of the licence, for instance.")
    try:
        picture = Image.open(io.BytesIO(content), formats=FORMATS)
        is_scaled = picture.format == "JPEG" and not picture.info.get("progressive")
        if picture.width * picture.height > (MOST_PIXELS if is_scaled else MOST_PIXELS_UNPACKED):
            raise LicenceRefused(_("The picture has too many pixels. A smaller one that can be read is enough."))
        picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))  # before it is copied: it may be large
        upright = ImageOps.exif_transpose(picture)
        paper = Image.new("RGB", upright.size, "white")
        layer = upright.convert("RGBA")
        paper.paste(layer, mask=layer.getchannel("A"))
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError):
        raise LicenceRefused(unreadable) from None
    out = io.BytesIO()
    paper.save(out, "JPEG", quality=85, optimize=True)
    return out.getvalue()


def ending_of(name: str | None) -> str:
    return ".pdf" if (name or "").endswith(".pdf") else ".jpg"


def hold(file: ContentFile) -> str:
    """Keep the file for as long as somebody corrects a form; what is returned brings it back, and nothing else does."""
    name = str(file.name)
    file.seek(0)
    cache.set(f"{SALT}:{name}", file.read(), HELD)
    file.seek(0)
    return signing.dumps(name, salt=SALT)


def held(token: str) -> ContentFile | None:
    """The file behind the token, or None when it was tampered with or took too long."""
    try:
        name = signing.loads(token, salt=SALT, max_age=HELD)
    except signing.BadSignature:
        return None
    content = cache.get(f"{SALT}:{name}")
    return ContentFile(content, name=name) if content else None
