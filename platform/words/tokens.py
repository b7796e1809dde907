"""The one tokenizer, for documents and for queries; docs/search-words.md tells its rules.

Chinese: every pair of neighbouring characters and the last one of a run, so that a word of any length is found
inside a longer one and a single character is found as a prefix. Latin: whole words in lower case.
"""

import re
import unicodedata
from itertools import pairwise

from words.digits import half_width
from words.han import HAN
from words.pinyin import known_syllables, spellings

PIECES = re.compile(rf"(?P<han>[{HAN}]+)|(?P<latin>(?:(?![{HAN}])[^\W_])+[+#]*)")
HYPHENATED = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
SIGNS = str.maketrans({"+": "plus", "#": "sharp"})
LONGEST_TOKEN = 64
MOST_TERMS = 64


def folded(text: str) -> str:
    """Half-width, lower case, without accents; ü becomes v, as it is typed."""
    plain = half_width(text).casefold()
    if plain.isascii():
        return plain
    parted = unicodedata.normalize("NFD", plain).replace("u\u0308", "v")
    return "".join(character for character in parted if not unicodedata.combining(character))


def pieces(text: str) -> list[tuple[str, str]]:
    """`("han", run)` and `("latin", word)` in the order of the text.

    The signs of C++ and C# become letters: PostgreSQL's parser would drop them from a query.
    """
    return [
        (str(found.lastgroup), found.group().translate(SIGNS)[: LONGEST_TOKEN if found.lastgroup == "latin" else None])
        for found in PIECES.finditer(folded(text))
    ]


def tokens(*texts: str) -> list[str]:
    """The distinct tokens of a document, sorted. RISC-V is also found as `riscv`."""
    found: set[str] = set()
    for text in texts:
        for kind, piece in pieces(text):
            found |= {piece} if kind == "latin" else {a + b for a, b in pairwise(piece)} | {piece[-1]}
        found |= {word.replace("-", "")[:LONGEST_TOKEN] for word in HYPHENATED.findall(folded(text))}
    return sorted(found)


def pinyin_tokens(text: str) -> list[str]:
    """For a short title: from each character of a Chinese run on, the rest's full pinyin and its initials.

    A prefix query then finds 融合 inside 产教融合 by `ronghe`, `rongh` or `rh`.
    """
    found: set[str] = set()
    for kind, piece in pieces(text):
        if kind == "han":
            for syllables in spellings(known_syllables(piece)):
                for start in range(len(syllables)):
                    rest = syllables[start:]
                    found |= {"".join(rest)[:LONGEST_TOKEN], "".join(one[0] for one in rest)[:LONGEST_TOKEN]}
    return sorted(found)


def tsquery(text: str) -> str:
    """The same for a query: terms joined by AND, ready for `to_tsquery('simple', …)`; "" when nothing can be searched.

    A single Chinese character and every Latin word match as prefixes.
    """
    terms: list[str] = []
    for kind, piece in pieces(text):
        if kind == "latin" or len(piece) == 1:
            terms.append(f"'{piece}':*")
        else:
            terms += [f"'{a}{b}'" for a, b in pairwise(piece)]
    return " & ".join(list(dict.fromkeys(terms))[:MOST_TERMS])
