"""Readings of Chinese text."""

import re
from collections.abc import Iterable
from typing import Any

from pypinyin import Style, lazy_pinyin, load_phrases_dict

from words.digits import half_width
from words.han import HAN
from words.phrases import READINGS

RUNS = re.compile(f"(?P<han>[{HAN}]+)|(?P<other>[^{HAN}]+)")
LONGEST_KEY = 200
ONE_BY_ONE: Any = list  # what no dictionary reads, character by character; the library's types forget this choice
TONES = re.compile(r"[1-5]")
WITH_UMLAUT = re.compile(r"^([nl])v(e?)$")

load_phrases_dict({word: [[one] for one in reading.split()] for word, reading in READINGS.items()})


def toned(han: str) -> list[str]:
    """One syllable per character, the tone as a digit, ü as v; a character without a known reading stays itself."""
    return lazy_pinyin(han, style=Style.TONE3, neutral_tone_with_five=True, errors=ONE_BY_ONE)


def known_syllables(han: str) -> list[str]:
    """The syllables without tones; characters that no dictionary reads are passed over."""
    return toneless(toned(han))


def toneless(syllables: Iterable[str]) -> list[str]:
    return [TONES.sub("", syllable) for syllable in syllables if syllable.isascii()]


def spellings(syllables: list[str]) -> list[list[str]]:
    """The ways people type ü: as v, as u, as yu."""
    if not any(WITH_UMLAUT.fullmatch(syllable) for syllable in syllables):
        return [syllables]
    return [[WITH_UMLAUT.sub(rf"\1{typed}\2", one) for one in syllables] for typed in ("v", "u", "yu")]


def order_key_of_text(text: str) -> str:
    """A key that sorts Chinese text by its reading, and the same reading by its character."""
    parts: list[str] = []
    for found in RUNS.finditer(half_width(text)):
        piece = found.group()
        parts += keyed(piece, toned(piece)) if found.lastgroup == "han" else piece.casefold().split()
    return " ".join(parts)[:LONGEST_KEY]


def keyed(han: str, syllables: list[str]) -> list[str]:
    return [syllable + character for syllable, character in zip(syllables, han, strict=True)]
