"""Covers draw themselves: the ground says the kind, the hue and the motif say the chain, the character the course.

The same words always give the same drawing. Colors are classes (cover.css), so both themes and print follow.
"""

from functools import lru_cache
from itertools import pairwise
from random import Random
from zlib import crc32

from django.utils.html import format_html
from django.utils.safestring import mark_safe

GROUNDS = {
    "course": ("deep", "wash", "paper"),
    "online": ("wash",),
    "workshop": ("wash", "paper"),
    "tour": ("deep",),
}
ANY_GROUND = ("wash", "paper")


def ground_of(glyph, kind):
    """deep, wash or paper: what this kind of thing stands on."""
    choices = GROUNDS.get(kind, ANY_GROUND)
    return choices[crc32(f"{glyph}{kind}".encode()) % len(choices)]


@lru_cache(maxsize=512)
def cover(glyph, hue="", kind="course"):
    """A card's cover: the motif to the right, the character to the left."""
    return format_html(
        '<svg class="art {}" viewBox="0 0 320 172" preserveAspectRatio="xMinYMid slice" aria-hidden="true">'
        '<rect class="ground" width="320" height="172"/>{}'
        '<text x="16" y="158" class="serif glyph-c" font-size="118">{}</text></svg>',
        ground_of(glyph, kind),
        _motif(hue, glyph, left=112, right=334, height=172),
        glyph,
    )


@lru_cache(maxsize=128)
def hero(glyph, hue=""):
    """The wide drawing behind a course's name; the character is laid over it by the page."""
    return format_html(
        '<svg class="art deep" viewBox="0 0 760 230" preserveAspectRatio="xMaxYMid slice" aria-hidden="true">'
        '<rect class="ground" width="760" height="230"/>{}</svg>',
        _motif(hue, glyph, left=330, right=774, height=230),
    )


@lru_cache(maxsize=128)
def emblem(glyph, hue=""):
    """The motif alone, as a certificate carries it faintly in gold."""
    return format_html(
        '<svg class="art gold" viewBox="0 0 300 286" aria-hidden="true">{}</svg>',
        _motif(hue, glyph, left=14, right=286, height=286),
    )


def _motif(hue, glyph, *, left, right, height):
    draw = {"a": _net, "b": _racks, "c": _die}.get(hue, _net)
    random = Random(crc32(f"{glyph}{hue}".encode()))
    return mark_safe(f'<g class="motif">{draw(random, left, right, height)}</g>')


def _n(value):
    return f"{value:.1f}".removesuffix(".0")


def _stroke(path, *, opacity, width, css=""):
    css = f' class="{css}"' if css else ""
    return f'<path{css} opacity="{opacity}" stroke-width="{width}" d="{path}"/>'


def _dots(points):
    return "".join(f"M{_n(x)} {_n(y)}h0" for x, y in points)


def _net(random, left, right, height):
    """Layers of a network, each node bound to its nearest three, one path lit."""
    step = (right - left) / 4
    layers = [_column(random, left + step * place, 6 - place % 2 * 2, height) for place in range(5)]
    threads = [
        _curve(start, end)
        for near, far in pairwise(layers)
        for start in near
        for end in sorted(far, key=lambda node, y=start[1]: abs(node[1] - y))[:3]
    ]
    lit = [random.choice(layer) for layer in layers]
    rest = [node for layer in layers for node in layer if node not in lit]
    return (
        _stroke("".join(threads), opacity=".3", width=1)
        + _stroke(_dots(rest), opacity=".5", width=6)
        + _stroke("".join(map(_curve, lit, lit[1:])), opacity=".72", width="2.4")
        + _stroke(_dots(lit), opacity=".9", width=10)
    )


def _column(random, x, count, height):
    gap = height / count
    return [(x, gap * (place + 0.5) + random.uniform(-0.18, 0.18) * gap) for place in range(count)]


def _curve(start, end):
    (x1, y1), (x2, y2) = start, end
    middle = (x1 + x2) / 2
    return f"M{_n(x1)} {_n(y1)}C{_n(middle)} {_n(y1)} {_n(middle)} {_n(y2)} {_n(x2)} {_n(y2)}"


def _racks(random, left, right, height):
    """Racks of machines under three switches, some busy."""
    width = right - left
    racks = [left - 8 + place * width / 5 for place in range(6)]
    switches = [left + width * share for share in (0.12, 0.45, 0.78)]
    crown, shelf, drop = height * 0.13, height * 0.38, height * 0.44
    rows = [drop + 12 * place for place in range(int((height - drop) / 12) + 1)]
    cables = [f"M{_n(s)} {_n(crown)}L{_n(rack + 15)} {_n(shelf)}" for s in switches for rack in racks]
    idle, busy, lamps = [], [], []
    for rack in racks:
        for row in rows:
            unit = f"M{_n(rack)} {_n(row)}h30"
            random.choice((idle, idle, busy)).append(unit)
            if random.random() < 0.5:
                lamps.append((rack + 26, row))
    return (
        _stroke("".join(cables), opacity=".26", width=1)
        + _stroke("".join(idle), opacity=".28", width=7, css="butt")
        + _stroke("".join(busy), opacity=".78", width=7, css="butt")
        + _stroke(_dots(lamps), opacity=".95", width=3)
        + _stroke(_dots((s, crown) for s in switches), opacity=".8", width=12)
    )


def _die(random, left, right, height):
    """A chip with its leads running out and some of its cells filled."""
    size = height * 0.64
    x = left + (right - left) * 0.52 - size / 2
    y = (height - size) / 2 + random.uniform(-0.04, 0.04) * height
    leads, pads, feet = [], [], []
    for place in range(6):
        along = size * (0.1 + 0.16 * place)
        bend = (-1 if place < 3 else 1) * random.uniform(8, 22)
        for foot, out, turn in (
            ((x, y + along), (-1, 0), (0, bend)),
            ((x + size, y + along), (1, 0), (0, bend)),
            ((x + along, y), (0, -1), (bend, 0)),
            ((x + along, y + size), (0, 1), (bend, 0)),
        ):
            path, pad = _lead(random, foot, out, turn)
            leads.append(path)
            pads.append(pad)
            feet.append(foot)
    cell = size / 5.2
    side = _n(cell * 0.8)
    cells = [
        f"M{_n(x + cell * (0.65 + column))} {_n(y + cell * (0.65 + row))}h{side}v{side}h-{side}z"
        for row in range(4)
        for column in range(4)
        if random.random() < 0.48
    ]
    return (
        _stroke("".join(leads), opacity=".4", width="1.3")
        + _stroke(_dots(pads), opacity=".62", width=6)
        + _stroke(_dots(feet), opacity=".7", width=5, css="butt")
        + _stroke(f"M{_n(x)} {_n(y)}h{_n(size)}v{_n(size)}h-{_n(size)}z", opacity=".75", width=2)
        + f'<path class="solid" opacity=".36" d="{"".join(cells)}"/>'
    )


def _lead(random, foot, out, turn):
    """A lead: straight out, a bend at 45 degrees, and on to its pad."""
    (x, y), (ox, oy), (tx, ty) = foot, out, turn
    first, last, slope = random.uniform(20, 48), random.uniform(24, 60), abs(tx + ty)
    x1, y1 = x + ox * first, y + oy * first
    x2, y2 = x1 + ox * slope + tx, y1 + oy * slope + ty
    x3, y3 = x2 + ox * last, y2 + oy * last
    path = f"M{_n(x)} {_n(y)}L{_n(x1)} {_n(y1)}L{_n(x2)} {_n(y2)}L{_n(x3)} {_n(y3)}"
    return path, (x3, y3)
