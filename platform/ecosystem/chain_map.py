"""The picture of the ecosystem: one in the middle, its chains around it, the fields of application at the rim.

Reckons where everything stands; the template draws. Numbers leave as text, so that no language puts commas in them.
"""

import math
import textwrap
from dataclasses import dataclass, field

from ecosystem.models import Field, Organization
from ecosystem.queries.chains import ChainOnADay
from web.dates import in_chinese

WIDTH, HEIGHT = 820, 560
MIDDLE = (410.0, 285.0)
TO_HUBS, TO_RIM = (150.0, 128.0), (318.0, 222.0)
HUB = 50


def told(number: float) -> str:
    return f"{number:.1f}"


@dataclass
class Spot:
    """Something round the middle. `lines` is its name, broken to fit."""

    x: str
    y: str
    r: str
    slot: str = ""
    lines: list[tuple[str, str]] = field(default_factory=list)
    count: int = 0
    count_y: str = ""
    path: str = ""
    label_y: str = ""
    name: str = ""


@dataclass
class Thread:
    path: str
    slot: str
    width: str


@dataclass
class Picture:
    hubs: list[Spot]
    rim: list[Spot]
    threads: list[Thread]
    members: int
    width: int = WIDTH
    height: int = HEIGHT
    x: str = told(MIDDLE[0])
    y: str = told(MIDDLE[1])


def picture_of(chains: list[ChainOnADay], fields: list[tuple[Field, list[Organization]]]) -> Picture:
    hub_places = around(len(chains), TO_HUBS, -90)
    rim_places = around(len(fields), TO_RIM, -90 + 180 / max(1, len(chains)))
    threads = [
        Thread(bent(hub, place), each.chain.slot, told(min(6, 1 + shared / 2)))
        for each, hub in zip(chains, hub_places, strict=True)
        for (_field, members), place in zip(fields, rim_places, strict=True)
        if (shared := len(each.organizations & {member.pk for member in members}))
    ]
    return Picture(
        hubs=[hub_of(each, place) for each, place in zip(chains, hub_places, strict=True)],
        rim=[rim_spot(each, len(members), place) for (each, members), place in zip(fields, rim_places, strict=True)],
        threads=threads,
        members=len(set().union(*(each.organizations for each in chains))),
    )


def around(count: int, reach: tuple[float, float], start: float) -> list[tuple[float, float]]:
    """Places on an ellipse about the middle, the first one at `start` degrees."""
    turns = [math.radians(start + 360 * place / count) for place in range(count)]
    return [(MIDDLE[0] + reach[0] * math.cos(turn), MIDDLE[1] + reach[1] * math.sin(turn)) for turn in turns]


def bent(hub: tuple[float, float], rim: tuple[float, float]) -> str:
    """A thread that leaves its hub outwards before it turns to the rim."""
    out = [hub[i] + (hub[i] - MIDDLE[i]) * 0.7 for i in (0, 1)]
    return f"M{told(hub[0])} {told(hub[1])}Q{told(out[0])} {told(out[1])} {told(rim[0])} {told(rim[1])}"


def hub_of(each: ChainOnADay, place: tuple[float, float]) -> Spot:
    x, y = place
    chain = each.chain
    name = chain.name if in_chinese() or not chain.name_en else chain.name_en
    lines = broken(name)
    top = y - 8 * len(lines)
    spoke = f"M{told(MIDDLE[0])} {told(MIDDLE[1])}L{told(x)} {told(y)}"
    return Spot(
        x=told(x),
        y=told(y),
        r=str(HUB),
        slot=chain.slot,
        lines=[(told(top + 16 * row), line) for row, line in enumerate(lines)],
        count=len(each.organizations),
        count_y=told(top + 16 * len(lines) + 3),
        path=spoke,
        name=name,
    )


def rim_spot(each: Field, count: int, place: tuple[float, float]) -> Spot:
    x, y = place
    r = 17 + min(14.0, 3 * math.sqrt(count))
    below = y >= MIDDLE[1]
    return Spot(
        x=told(x),
        y=told(y),
        r=told(r),
        count=count,
        count_y=told(y + 5),
        label_y=told(y + r + 19 if below else y - r - 9),
        name=each.name,
    )


def broken(name: str) -> list[str]:
    """At most three lines that fit into a hub."""
    if name.isascii():
        return textwrap.wrap(name, 13)[:3]
    lines = math.ceil(len(name) / 5)
    length = math.ceil(len(name) / lines)
    return [name[start : start + length] for start in range(0, len(name), length)][:3]
