"""The code of a firm that people type beside their staff number: from the initials of its short name."""

import re
from collections.abc import Iterator

from words.pinyin import syllables

LONGEST, FEWEST, USUAL = 20, 3, 8
NOT_IN_A_CODE = re.compile(r"[^A-Z0-9]")


def initials(name: str) -> str:
    """钱湾智控 gives QWZK; Latin letters and digits stand for themselves."""
    spoken = "".join(part if part in name else part[:1] for part in syllables(name))
    return NOT_IN_A_CODE.sub("", spoken.upper())[:USUAL]


def codes_for(name: str) -> Iterator[str]:
    """Codes to try, the plainest first; endless."""
    stem = initials(name)
    if len(stem) >= FEWEST:
        yield stem
    stem = stem or "DW"
    number = 1 if len(stem) < FEWEST else 2
    while True:
        tail = str(number) if len(stem) + len(str(number)) >= FEWEST else str(number).zfill(FEWEST - len(stem))
        yield stem[: LONGEST - len(tail)] + tail
        number += 1
