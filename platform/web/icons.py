"""One door to the icon set, so that another set means changing this file."""

import re
from functools import cache
from importlib.resources import files
from zipfile import ZipFile

from django.utils.html import format_html
from django.utils.safestring import mark_safe


class UnknownIcon(Exception):
    """No icon of that name is in the set."""


@cache
def draw(name):
    """The shapes inside the icon, without the svg around them."""
    with files("lucide").joinpath("lucide.zip").open("rb") as stream, ZipFile(stream) as icons:
        try:
            drawing = icons.read(f"{name}.svg").decode()
        except KeyError as missing:
            raise UnknownIcon(name) from missing
    inside = re.search(r"<svg[^>]*>(.*)</svg>", drawing, re.DOTALL).group(1)
    return mark_safe(re.sub(r"\s*\n\s*", "", inside).replace(" />", "/>"))


def icon(name, css="", label=""):
    """The icon as inline SVG: silent for screen readers unless it is given a label."""
    css = f"i {css}".strip()
    if label:
        return format_html(
            '<svg class="{}" viewBox="0 0 24 24" role="img" aria-label="{}">{}</svg>', css, label, draw(name)
        )
    return format_html('<svg class="{}" viewBox="0 0 24 24" aria-hidden="true">{}</svg>', css, draw(name))
