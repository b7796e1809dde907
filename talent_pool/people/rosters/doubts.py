"""Departments of a roster that the firm does not have, and that are very like one it has: perhaps the same."""

import re

from django.utils.translation import gettext as _

from talent_pool.people.rosters.choices import Choice, Offer
from talent_pool.people.rosters.corrections import Corrections
from talent_pool.people.rosters.likeness import bigrams, dice
from talent_pool.people.rosters.matching import Plan
from talent_pool.people.rosters.reading import Roster

KIND = "like_department"
NUMERALS = dict(zip("〇零一二两三四五六七八九", "001223456789", strict=True)) | {"十": "10"}
APART = set("东南西北中上下前后内外左右大小甲乙丙丁新老国境海男女0123456789abcdefghijklmnopqrstuvwxyz")
"""Letters that tell two departments apart: 华东 and 华南, 一部 and 二部, A组 and B组."""
ENDINGS = re.compile(r"(部门|中心|部|处|科|室|组|课|团队)$")
VERY_LIKE = 0.74
MOST_WORDS = 200
MOST_DOUBTS = 50


class Like:
    """A path as it is compared: `key` with numbers in digits, `bare` without the noun that departments end with,
    `apart` the letters that tell it from its neighbours.
    """

    __slots__ = ("apart", "bare", "bigrams", "key", "path")

    def __init__(self, path: str):
        self.path = path
        self.key = "".join(NUMERALS.get(letter, letter) for letter in path.lower() if not letter.isspace())
        steps = self.key.split("/")
        self.bare = "/".join(ENDINGS.sub("", step) or step for step in steps)
        self.bigrams = bigrams(self.key)
        self.apart = (len(steps), "".join(sorted(letter for letter in self.bare if letter in APART)))

    def to(self, other: "Like") -> float:
        """From 0 to 1. Another level of the tree, other numbers or other directions are never alike."""
        if self.apart != other.apart:
            return 0
        if self.key == other.key or self.bare == other.bare:
            return 1
        if len(self.bare) > 3 and is_one_letter_off(self.bare, other.bare):
            return 0.75
        return dice(self.bigrams, other.bigrams)


def department_doubts(roster: Roster, plan: Plan) -> list[Offer]:
    """One for each new department that is like one the firm has; HR says whether it is. Nothing is kept out."""
    rows: dict[str, list[int]] = {}
    for row in roster.rows:
        if row.department:
            rows.setdefault(row.department, []).append(row.number)
    answered = set(roster.corrections.words.get("department", {}).values())
    paths = set(plan.known_departments.values())
    unknown = [path for path in rows if plan.departments[path] not in paths and path not in answered][:MOST_WORDS]
    known = [Like(path) for path in sorted(paths)]
    others = [Like(path) for path in unknown]
    found = []
    for one in others:
        more_told = [other for other in others if len(rows[other.path]) > len(rows[one.path]) and other.key == one.key]
        if like := alike(one, known) or (more_told[0].path if more_told else ""):
            found.append(offer(roster, one.path, like, rows[one.path]))
    return found[:MOST_DOUBTS]


def alike(one: Like, known: list[Like]) -> str:
    """The known department that this one most likely is; "" for none."""
    likeliest = max(known, key=lambda other: (one.to(other), other.path), default=None)
    return likeliest.path if likeliest and one.to(likeliest) >= VERY_LIKE else ""


def offer(roster: Roster, written: str, like: str, rows: list[int]) -> Offer:
    same = Choice(_("It is %(department)s") % {"department": like}, said(written, like))
    new = Choice(_("A new department"), said(written, written))
    column = roster.columns.headers["department"]
    problem = _("is new; do you mean %(department)s?") % {"department": like}
    return Offer(KIND, tuple(rows), column, "department", written, problem, (same, new), is_fault=False)


def said(written: str, meant: str) -> Corrections:
    return Corrections(words={"department": {written: meant}})


def is_one_letter_off(one: str, other: str) -> bool:
    """One letter is another, or one is missing."""
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    short, long = sorted((one, other), key=len)
    return len(long) - len(short) == 1 and any(long[:place] + long[place + 1 :] == short for place in range(len(long)))
