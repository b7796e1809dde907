"""Readings of Chinese text in general; a person's name is read by `words.names`, which knows surnames."""

import re
from functools import lru_cache

from pypinyin import Style, lazy_pinyin, load_phrases_dict

from words.phrases import READINGS

HAN = r"\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af"
"""Chinese characters, for use inside a regular expression's brackets."""

LONGEST_KEY = 400
UMLAUT = re.compile(r"(?<=[ln])v")

load_phrases_dict({word: [[syllable] for syllable in reading.split()] for word, reading in READINGS.items()})


def syllables(text: str) -> list[str]:
    """One syllable per Chinese character, without tones, read by phrase: 重庆 gives chong qing. ü is v."""
    return lazy_pinyin(text)


@lru_cache(maxsize=20_000)
def toned(text: str) -> str:
    """The syllables with tone numbers, divided by blanks; what is not Chinese stays, in lower case."""
    return " ".join(lazy_pinyin(text, style=Style.TONE3, neutral_tone_with_five=True)).lower()


def spellings(spoken: str) -> list[str]:
    """The same syllables with ü as people type it: v, u and yu; one spelling when there is no ü."""
    if not UMLAUT.search(spoken):
        return [spoken]
    return [UMLAUT.sub(typed, spoken) for typed in ("v", "u", "yu")]


def typed_from_each_syllable(spoken: str) -> set[str]:
    """From each syllable on the rest, written together and as initials: `rong he` gives ronghe, rh, he, h."""
    read = spoken.split()
    rests = [read[start:] for start in range(len(read))]
    return {typed for rest in rests for typed in ("".join(rest), "".join(syllable[0] for syllable in rest))}


def order_key_of_text(text: str) -> str:
    """A key of at most 400 characters that sorts Chinese text by its reading, then by its characters."""
    return f"{toned(text)}\t{text}"[:LONGEST_KEY]
