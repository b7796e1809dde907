"""Names of people: one field, family name first; read with the surname readings of `words.surnames`."""

import re
from functools import lru_cache
from itertools import product

from pypinyin import Style, pinyin

from words.digits import plain
from words.pinyin import HAN, spellings, syllables, toned, typed_from_each_syllable
from words.surnames import COMPOUND_SURNAMES, SURNAMES
from words.tokens import tokens

DOTS = re.compile(r"\s*[·•・‧∙⋅●▪ㆍ᛫]\s*")
FULL_STOP_IN_NAME = re.compile(rf"(?<=[{HAN}])\s*[.。]\s*(?=[{HAN}])")
SPACE_AT_HAN = re.compile(rf"(?<=[{HAN}·])\s+|\s+(?=[{HAN}·])")
WORD = re.compile(r"[^\W_]+")
LONGEST_KEY = 200
LONGEST_COMPOUND = max(map(len, COMPOUND_SURNAMES))


def normalize_name(text: str) -> str:
    """The name without stray spaces and unseen marks, every kind of middle dot as U+00B7.

    Between Chinese characters no space is left; a Latin name keeps single blanks.
    """
    name = DOTS.sub("·", plain(text))
    name = FULL_STOP_IN_NAME.sub("·", name)
    return SPACE_AT_HAN.sub("", name).strip("·").strip()


def split_name(name: str) -> tuple[str, str]:
    """Family name and the rest. A name that does not begin with a Chinese character has no family name."""
    for length in range(LONGEST_COMPOUND, 1, -1):
        if name[:length] in COMPOUND_SURNAMES:
            return name[:length], name[length:]
    return (name[:1], name[1:]) if re.match(f"[{HAN}]", name) else ("", name)


def order_key(name: str) -> str:
    """A key of at most 200 characters that sorts names by the surname's reading with tones and its characters, so
    that 于 and 余 do not mix, then by the reading of the rest, then by its characters.
    """
    family, rest = split_name(name)
    parts = [toned_surname(family) + family, toned(rest) if rest else ""]
    return f"{' '.join(filter(None, parts))}\t{name}".strip()[:LONGEST_KEY]


def readings(name: str) -> list[str]:
    """Every way the name is read, the usual one first: syllables divided by blanks, without tones.

    `readings("翟思远")` is `["zhai si yuan", "di si yuan"]`. Each ü is told as v, u and yu.
    """
    family, rest = split_name(name)
    spoken = " ".join(WORD.findall(" ".join(syllables(rest)).lower()))
    found = [" ".join(filter(None, pair)) for pair in product(surname_readings(family), [spoken])]
    return list(dict.fromkeys(spelling for reading in found for spelling in spellings(reading)))


def name_tokens(name: str) -> list[str]:
    """What a name is found by, sorted: its characters as in `words.tokens`, and for every reading the full pinyin
    and the initials, of the whole name and from each later syllable on. A prefix query then finds 单立新 by
    `shanlixin`, `slx`, `lixin`, `lx` and `立新`.
    """
    found = set(tokens(name))
    for reading in readings(name):
        found |= typed_from_each_syllable(reading)
    return sorted(found)


def surname_readings(family: str) -> tuple[str, ...]:
    known = COMPOUND_SURNAMES.get(family) or SURNAMES.get(family)
    return known or (" ".join(syllables(family)),)


@lru_cache(maxsize=2_000)
def toned_surname(family: str) -> str:
    """The usual reading of the surname with tone numbers, as a key to sort by."""
    spoken = surname_readings(family)[0].split()
    return " ".join(toned_like(letter, syllable) for letter, syllable in zip(family, spoken, strict=True))


def toned_like(letter: str, syllable: str) -> str:
    """The character's toned reading that has these letters: 单 as shan is shan4."""
    known = pinyin(letter, style=Style.TONE3, heteronym=True, neutral_tone_with_five=True)[0]
    return next((reading for reading in known if reading.rstrip("12345") == syllable), f"{syllable}5")
