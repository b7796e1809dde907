"""What an upload must be: a picture drawn anew, a document that is what its name says."""

from io import BytesIO
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, ImageSequence

KEPT_OF_A_PICTURE = ("transparency", "icc_profile", "duration", "loop", "background")
OPENINGS = {
    ".docx": b"PK",
    ".pdf": b"%PDF-",
    ".pptx": b"PK",
    ".webm": b"\x1a\x45\xdf\xa3",
    ".xlsx": b"PK",
    ".zip": b"PK",
}
MARKUP = (b"<!doctype", b"<html", b"<svg", b"<?xml", b"<script", b"<head", b"<body", b"<iframe")


def re_encode(file: File) -> File:
    """The same picture, upright, without EXIF, XMP, comments or anything after its end; raises ValidationError."""
    try:
        file.seek(0)
        with Image.open(file) as picture:
            kind = picture.format
            frames = [bare(frame) for frame in ImageSequence.Iterator(picture)]
    except (OSError, ValueError, Image.DecompressionBombError) as fault:
        raise ValidationError(_("This file is not a picture that can be read.")) from fault
    out = BytesIO()
    first, *more = frames
    quality = {"quality": 90} if kind in {"JPEG", "WEBP"} else {}
    moving = {"save_all": True, "append_images": more} if more else {}
    first.save(out, format=kind, **quality, **moving)
    return ContentFile(out.getvalue(), name=file.name)


def bare(frame: Image.Image) -> Image.Image:
    upright = ImageOps.exif_transpose(frame).copy()
    upright.info = {key: value for key, value in frame.info.items() if key in KEPT_OF_A_PICTURE}
    return upright


def check_document(file: File) -> None:
    """Refuse a file whose first bytes belie its name, and anything a browser could run; raises ValidationError."""
    file.seek(0)
    head = file.read(512)
    file.seek(0)
    suffix = PurePath(file.name or "").suffix.lower()
    opening = OPENINGS.get(suffix, b"")
    if not head.startswith(opening) or (suffix == ".mp4" and head[4:8] != b"ftyp"):
        raise ValidationError({"file": _("This file is not what its name says (%(suffix)s).") % {"suffix": suffix}})
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(MARKUP):
        raise ValidationError({"file": _("Web pages and SVG drawings cannot be uploaded.")})
