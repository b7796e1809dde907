"""The one tokenizer, for documents and for queries.

Chinese: every pair of neighbouring characters and the last one of a run, so that a word of any length is found
inside a longer one and a single character is found as a prefix. Latin: whole words in lower case.
"""

import re
from itertools import pairwise

from pypinyin import lazy_pinyin

from words.digits import half_width

PIECES = re.compile(r"(?P<han>[\u3400-\u9fff\U00020000-\U000323af]+)|(?P<latin>[a-z0-9]+[+#]*)")


def pieces(text: str) -> list[tuple[str, str]]:
    """`("han", run)` and `("latin", word)` in the order of the text."""
    return [(str(found.lastgroup), found.group()) for found in PIECES.finditer(half_width(text).lower())]


def tokens(*texts: str) -> list[str]:
    """The distinct tokens of a document, sorted."""
    found: set[str] = set()
    for text in texts:
        for kind, piece in pieces(text):
            found |= {piece} if kind == "latin" else {a + b for a, b in pairwise(piece)} | {piece[-1]}
    return sorted(found)


def pinyin_tokens(text: str) -> list[str]:
    """For a short title: from each character of a Chinese run on, the rest's full pinyin and its initials.

    A prefix query then finds 融合 inside 产教融合 by `ronghe`, `rongh` or `rh`.
    """
    found: set[str] = set()
    for kind, piece in pieces(text):
        if kind == "han":
            syllables = lazy_pinyin(piece)
            for start in range(len(syllables)):
                rest = syllables[start:]
                found |= {"".join(rest), "".join(syllable[0] for syllable in rest)}
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
    return " & ".join(dict.fromkeys(terms))
