"""The one tokenizer, for documents and for queries.

Chinese: every pair of neighboring characters and the last one of a run, so that a word of any length is found
inside a longer one and a single character is found as a prefix. Everything else: whole words in lower case, digits
with letters as one (5g, k8s), C++ and C# as `cplusplus` and `csharp` because PostgreSQL drops the signs.
docs/search-words.md tells the rules by example.
"""

import re
import unicodedata
from itertools import pairwise

from words.digits import half_width
from words.pinyin import HAN, spellings, syllables, typed_from_each_syllable

PIECES = re.compile(rf"(?P<han>[{HAN}]+)|(?P<latin>[^\W_{HAN}]+(?:\+\+?|#)?)")
JOINED = re.compile(rf"[^\W_{HAN}]+(?:[-_.'’][^\W_{HAN}]+)+")
SIGNS = str.maketrans({"+": "plus", "#": "sharp"})
LONGEST_WORD = 64
"""Longer ones are cut, in documents and queries alike; PostgreSQL refuses a query with a word of 2 kB."""
MOST_TERMS = 64


def folded(text: str) -> str:
    """Half-width, lower case, without accents; ü becomes v, as it is typed."""
    plain = half_width(text).lower()
    if plain.isascii():
        return plain
    parted = unicodedata.normalize("NFD", plain).replace("u\u0308", "v")
    return "".join(letter for letter in parted if not unicodedata.combining(letter))


def pieces(text: str) -> list[tuple[str, str]]:
    """`("han", run)` and `("latin", word)` in the order of the text."""
    found = [(str(piece.lastgroup), piece.group()) for piece in PIECES.finditer(folded(text))]
    return [(kind, piece if kind == "han" else piece.translate(SIGNS)[:LONGEST_WORD]) for kind, piece in found]


def tokens(*texts: str) -> list[str]:
    """The distinct tokens of a document, sorted. A word with hyphens is found in its parts and written as one."""
    found: set[str] = set()
    for text in texts:
        for kind, piece in pieces(text):
            found |= {piece} if kind == "latin" else {a + b for a, b in pairwise(piece)} | {piece[-1]}
        for word in JOINED.findall(folded(text)):
            found.add("".join(piece for _, piece in pieces(word))[:LONGEST_WORD])
    return sorted(found)


def pinyin_tokens(text: str) -> list[str]:
    """For a short title: from each character of a Chinese run on, the rest's full pinyin and its initials.

    A prefix query then finds 融合 inside 产教融合 by `ronghe`, `rongh` or `rh`. ü is found as v, u and yu.
    """
    found: set[str] = set()
    for kind, piece in pieces(text):
        if kind == "han":
            for spoken in spellings(" ".join(syllables(piece))):
                found |= typed_from_each_syllable(spoken)
    return sorted(found)


def tsquery(text: str) -> str:
    """The same for a query: terms joined by AND, ready for `to_tsquery('simple', …)`; "" when nothing can be searched.

    A single Chinese character and every Latin word match as prefixes. Terms hold letters and digits only, in quotes.
    """
    terms: list[str] = []
    for kind, piece in pieces(text):
        if kind == "latin" or len(piece) == 1:
            terms.append(f"'{piece}':*")
        else:
            terms += [f"'{a}{b}'" for a, b in pairwise(piece)]
    return " & ".join(list(dict.fromkeys(terms))[:MOST_TERMS])
