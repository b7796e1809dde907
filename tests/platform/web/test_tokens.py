"""The colours can be read: the pairs that pages use, measured from the style sheets themselves."""

import re

import pytest

from web.styles import SOURCE

TEXT = [
    *((ink, ground) for ink in ("ink", "ink-2", "ink-3") for ground in ("paper", "surface", "sunken")),
    *((hue, ground) for hue in ("a", "b", "c") for ground in (f"{hue}-wash", "surface", "sunken")),
    *((state, ground) for state in ("ok", "warn", "bad", "gold") for ground in (f"{state}-wash", "surface", "paper")),
    *(("ink", wash) for wash in ("a-wash", "ok-wash", "warn-wash", "bad-wash", "gold-wash", "mark", "ins", "del")),
    *(("ink-2", wash) for wash in ("gold-wash", "a-wash", "b-wash", "c-wash")),
    ("on-red", "red"),
    ("on-red", "red-press"),
    ("red-ink", "surface"),
    ("red-ink", "paper"),
    ("paper", "ink"),
    ("surface", "ink-2"),
    ("surface", "ok"),
    ("surface", "bad"),
    ("surface", "ink-3"),
    ("white", "a-deep"),
    ("white", "b-deep"),
    ("white", "c-deep"),
]
EDGES = [
    *(("edge", ground) for ground in ("paper", "surface", "sunken")),
    *(("focus", ground) for ground in ("paper", "surface", "sunken")),
    *((hue, "surface") for hue in ("a", "b", "c")),
    ("amber", "surface"),
]


def colours(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", css))


def blocks(css: str) -> list[str]:
    return re.findall(r"\{([^{}]*--paper[^{}]*)\}", css)


def light() -> dict[str, str]:
    return {"white": "#ffffff", **colours((SOURCE / "css/tokens.css").read_text())}


def dark() -> dict[str, str]:
    return {**light(), **colours(blocks((SOURCE / "css/dark.css").read_text())[0])}


def luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [light, dark])
def test_text_is_readable(theme):
    shown = theme()
    faint = {pair: round(contrast(*(shown[name] for name in pair)), 2) for pair in TEXT}
    assert {pair: ratio for pair, ratio in faint.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("theme", [light, dark])
def test_edges_can_be_seen(theme):
    shown = theme()
    faint = {pair: round(contrast(*(shown[name] for name in pair)), 2) for pair in EDGES}
    assert {pair: ratio for pair, ratio in faint.items() if ratio < 3} == {}


def test_the_dark_set_is_the_same_by_system_and_by_choice():
    by_system, by_choice = blocks((SOURCE / "css/dark.css").read_text())
    assert by_system.split() == by_choice.split()


def test_every_colour_has_a_dark_one():
    assert set(light()) - {"white"} == set(colours(blocks((SOURCE / "css/dark.css").read_text())[0]))


def test_contrast_of_black_and_white():
    assert contrast("#000000", "#ffffff") == 21
