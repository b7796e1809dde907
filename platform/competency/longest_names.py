"""Names of skills found inside a longer text: 预算 in 预算管理, Python in 熟悉 Python."""

import re
from collections import defaultdict
from collections.abc import Iterable

from words.digits import half_width
from words.pinyin import HAN

SHORT = 3
SPACE_AT_HAN = re.compile(rf"(?<=[{HAN}])\s+|\s+(?=[{HAN}])")
LOWER = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")
WORD = re.compile(r"[A-Za-z0-9]")
JOINED = re.compile(r"[A-Za-z0-9&_-]")
"""What makes a short name part of something else: BI in BI-LSTM."""
FEWEST_HAN = 2


class LongestNames:
    """At each place of a text the longest name wins. Chinese is found anywhere; Latin letters as whole words only,
    and in names of three signs or fewer in their own case.
    """

    def __init__(self, names: Iterable[str]):
        self.by_first: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for name in sorted(names, key=len, reverse=True):
            tidied = tidy(name)
            if len(tidied) >= FEWEST_HAN:
                self.by_first[tidied[0].translate(LOWER)].append((tidied, name))

    def inside(self, text: str) -> list[str]:
        """The names as they were given, in the order of the text, none overlapping another."""
        told = tidy(text)
        lowered = told.translate(LOWER)
        found = []
        start = 0
        while start < len(told):
            candidates = self.by_first.get(lowered[start], ())
            name = next((pair for pair in candidates if stands_at(pair[0], told, lowered, start)), None)
            found += [name[1]] if name else []
            start += len(name[0]) if name else 1
        return found


def tidy(text: str) -> str:
    return SPACE_AT_HAN.sub("", " ".join(half_width(text).split()))


def stands_at(name: str, text: str, lowered: str, start: int) -> bool:
    """True when the name is what the text says from `start` on, as a whole word where it has to be one."""
    short = name.isascii() and len(name) <= SHORT
    if not (text.startswith(name, start) if short else lowered.startswith(name.translate(LOWER), start)):
        return False
    part_of_more = JOINED if short else WORD
    before, after = text[max(start - 1, 0) : start], text[start + len(name) :]
    begins_inside = WORD.match(name[0]) and part_of_more.match(before)
    ends_inside = name[-1].isascii() and (part_of_more.match(after) or after.startswith(("#", "++")))
    return not begins_inside and not ends_inside
