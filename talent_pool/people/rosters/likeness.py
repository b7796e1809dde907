"""How like two words are, for suggestions that a person then confirms: headers, names of departments."""

import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from itertools import pairwise

from competency.synonyms import parse_category, parse_education, parse_title
from sheets import Cell
from talent_pool.people.rosters.headers import HEADERS, as_header
from words.dates import parse_date
from words.phones import normalize_phone

LIKE_ENOUGH = 0.55
MOSTLY = 0.6
OF_SOMEBODY_ELSE = re.compile(
    r"紧急|家属|家庭|配偶|父|母|亲属|亲友|推荐人|担保|介绍人|座机|固话|固定|分机|传真|emergency|spouse"
)
OTHER_DAYS = re.compile(r"合同|转正|离职|到期|截止|毕业|参加工作|入党|签订|变更|填表|更新")
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[A-Za-z]{2,}")


def bigrams(text: str) -> set[str]:
    return {a + b for a, b in pairwise(f"^{text}$")}


def dice(one: set[str], other: set[str]) -> float:
    """Dice's coefficient: how much two sets share, from 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other))


def likeness(one: str, other: str) -> float:
    """By neighboring pairs of letters."""
    return dice(bigrams(one), bigrams(other))


def suggest(header: str, cells: list[Cell], taken: AbstractSet[str]) -> str:
    """The field that a column we do not know may be, by its header and by what stands in it; "" for none."""
    said = as_header(header)
    if not said or OF_SOMEBODY_ELSE.search(said):
        return ""
    scores = {name: header_score(said, name) + content_score(said, name, cells) for name in HEADERS.keys() - taken}
    best = max(sorted(scores), key=lambda name: scores[name], default="")
    return best if best and scores[best] >= LIKE_ENOUGH else ""


def header_score(header: str, name: str) -> float:
    return max(word_score(header, word) for word in HEADERS[name].split())


def word_score(header: str, word: str) -> float:
    within = len(word) >= 2 and word in header and not word.isascii()
    return max(likeness(header, word), 0.5 + 0.4 * len(word) / len(header) if within else 0)


def content_score(header: str, name: str, cells: list[Cell]) -> float:
    """What the cells say for the field; against it, when they can be read and are something else."""
    if name not in LOOKS or not cells:
        return 0
    if name == "joined_on" and OTHER_DAYS.search(header):
        return -1
    share = sum(LOOKS[name](cell) for cell in cells) / len(cells)
    if share < MOSTLY:
        return -0.5
    return WEIGHTS.get(name, 0.3) * share


def reads(parse: Callable[[str], object]) -> Callable[[Cell], bool]:
    def is_read(cell: Cell) -> bool:
        try:
            parse(str(cell))
        except ValueError:
            return False
        return True

    return is_read


LOOKS: dict[str, Callable[[Cell], bool]] = {
    "phone": reads(normalize_phone),
    "email": lambda cell: bool(EMAIL.fullmatch(str(cell).strip())),
    "category": reads(parse_category),
    "education": reads(parse_education),
    "title": reads(parse_title),
    "joined_on": reads(parse_date),
}
WEIGHTS = {"phone": 0.6, "email": 0.6, "category": 0.4, "education": 0.6, "title": 0.4, "joined_on": 0.3}
