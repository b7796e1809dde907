"""Names of people: one field, family name first."""

import re

from words.digits import half_width
from words.han import HAN
from words.invisible import without_invisible
from words.pinyin import LONGEST_KEY, keyed, known_syllables, order_key_of_text, spellings, toned, toneless
from words.surnames import READINGS, split_surname

MIDDLE_DOTS = re.compile(r"\s*[·•‧∙⋅●・ᐧ]\s*")
DOT_BETWEEN_HAN = re.compile(rf"(?<=[{HAN}])\s*[.]\s*(?=[{HAN}])")
SPACE_BETWEEN_HAN = re.compile(rf"(?<=[{HAN}])\s+(?=[{HAN}])")
NAME_IN_HAN = re.compile(rf"[{HAN}]+")
WORD = re.compile(rf"(?P<han>[{HAN}]+)|(?P<latin>[^\W\d_]+)")


def normalize_name(text: str) -> str:
    """Half-width, no space between Chinese characters, one kind of middle dot, one space between Latin words."""
    name = without_invisible(half_width(str(text)))
    name = MIDDLE_DOTS.sub("·", DOT_BETWEEN_HAN.sub("·", name))
    return " ".join(SPACE_BETWEEN_HAN.sub("", name).split())


def order_key(name: str) -> str:
    """A key that sorts names by reading, the family name in its own; people of one family name stand together."""
    name = normalize_name(name).replace("·", " ")
    if not NAME_IN_HAN.match(name):
        return order_key_of_text(name)
    family, given = split_surname(name)
    rest = order_key_of_text(given)
    return " ".join([*keyed(family, family_readings(family)[0]), *([rest] if rest else [])])[:LONGEST_KEY]


def readings(name: str) -> list[str]:
    """What people type to find the name: for every reading of it the full pinyin, then the initials.

    `单立新` → `["shanlixin", "slx"]`; ü as v, u and yu: `吕一` → `["lvyi", "luyi", "lyuyi", "ly"]`.
    """
    full: list[str] = []
    initials: list[str] = []
    for syllables in syllables_of(normalize_name(name)):
        full.append("".join(syllables))
        initials.append("".join(syllable[0] for syllable in syllables))
    return list(dict.fromkeys([*full, *initials])) if any(full) else []


def syllables_of(name: str) -> list[list[str]]:
    """Every reading of the name as a list of syllables and Latin words, in lower case."""
    if not NAME_IN_HAN.match(name):
        return spellings(rest_of_name(name))
    family, given = split_surname(name)
    return [
        first + rest
        for reading in family_readings(family)
        for first in spellings(toneless(reading))
        for rest in spellings(rest_of_name(given))
    ]


def family_readings(family: str) -> list[list[str]]:
    if family in READINGS:
        return [reading.split() for reading in READINGS[family]]
    return [toned(family)]


def rest_of_name(text: str) -> list[str]:
    syllables: list[str] = []
    for found in WORD.finditer(text):
        syllables += known_syllables(found.group()) if found.lastgroup == "han" else [found.group().casefold()]
    return syllables
