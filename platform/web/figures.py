"""Small pictures of numbers: ring, bar and code. Lengths are SVG attributes, never styles."""

from functools import lru_cache
from itertools import groupby
from math import pi

import segno
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from web.numerals import hours

RADIUS = 64
ROUND = 2 * pi * RADIUS


def share(value, whole):
    """How much of the whole, between 0 and 1."""
    return min(max(float(value) / float(whole), 0), 1) if whole else 0


def ring(value, target, unit="", small=False):
    """The ring of what was earned towards a target."""
    dash = f"{ROUND * share(value, target):.1f} {ROUND:.1f}"
    words = _("%(value)s of %(target)s %(unit)s") % {"value": hours(value), "target": hours(target), "unit": unit}
    arc = format_html('<circle class="v" cx="74" cy="74" r="64" stroke-dasharray="{}"/>', dash) if value else ""
    foot = "" if small else format_html('<text x="74" y="98" class="sm">/ {} {}</text>', hours(target), unit)
    return format_html(
        '<svg class="ring{}" viewBox="0 0 148 148" role="img" aria-label="{}">'
        '<circle cx="74" cy="74" r="64"/>{}<text x="74" y="{}" class="big">{}</text>{}</svg>',
        " small" if small else "",
        words.strip(),
        arc,
        87 if small else 76,
        hours(value),
        foot,
    )


def fill(value, of, low=False):
    """A bar; the number stands beside it, so it is silent for screen readers."""
    return format_html(
        '<svg class="fill{}" aria-hidden="true"><rect width="{}%" height="100%" rx="3"/></svg>',
        " low" if low else "",
        round(100 * share(value, of)),
    )


@lru_cache(maxsize=64)
def qr(text, label):
    """A QR code, drawn here so that nobody else learns what is scanned."""
    code = segno.make(text, error="m", micro=False)
    width, height = code.symbol_size(border=0)
    path = "".join(
        f"M{x} {y}h{length}v1h-{length}z" for y, row in enumerate(code.matrix) for x, length in _dark_runs(row)
    )
    return format_html(
        '<svg class="qr" role="img" aria-label="{}" viewBox="0 0 {} {}" shape-rendering="crispEdges">'
        '<path fill="#1f1a17" d="{}"/></svg>',
        label,
        width,
        height,
        mark_safe(path),
    )


def _dark_runs(row):
    """Where dark stretches begin and how long they are."""
    place = 0
    for dark, cells in groupby(row, bool):
        length = len(list(cells))
        if dark:
            yield place, length
        place += length
