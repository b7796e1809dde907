"""Skills recognized by the names people write; loaded once, it answers for any number of rows."""

import re
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from competency.longest_names import LongestNames
from competency.models import Skill
from competency.spelling import fold, without_spaces

ALWAYS_APART = re.compile(r"[、,，;；|｜\r\n\t]+")
MOST_PIECES = 6
"""No name of a skill has more slashes or spaces."""
SLASH = re.compile(r"[/／]")
SHORT = re.compile(r"[ -~]{1,3}")


class Match(NamedTuple):
    """`skills` in the order they were named, each once; `unknown` as typed, each once."""

    skills: list[Skill]
    unknown: list[str]


class Vocabulary:
    """A word means a skill when it equals one of its names but for case, width and spaces; a word that equals none
    means the skills whose names stand inside it, the longest first (see longest_names.py).

    ASCII names of three characters or fewer (RAG, C++, QA) keep their case, and are never sought inside a word.
    """

    def __init__(self, names: Iterable[tuple[Skill, Iterable[str]]]):
        self.skills: dict[str, Skill] = {}
        self.texts: list[str] = []
        for skill, texts in names:
            for text in texts:
                self.skills.setdefault(as_key(text), skill)
                self.texts.append(text)

    @cached_property
    def longest(self) -> LongestNames:
        return LongestNames(self.texts)

    def find(self, text: str) -> Skill | None:
        return self.skills.get(as_key(text))

    def match(self, texts: Iterable[str]) -> Match:
        skills: dict[int, Skill] = {}
        unknown: dict[str, str] = {}
        for text in texts:
            typed = text.strip()
            named = [typed] if self.find(typed) else self.longest.inside(typed)
            for name in named:
                skill = self.skills[as_key(name)]
                skills[skill.pk] = skill
            if typed and not named:
                unknown.setdefault(fold(typed), typed)
        return Match(list(skills.values()), list(unknown.values()))

    def match_cell(self, cell: str) -> Match:
        """The skills of a spreadsheet cell, however they are kept apart."""
        return self.match(self.split(cell))

    def split(self, cell: str) -> list[str]:
        """`"Python、C/C++ Java"` → `["Python", "C/C++", "Java"]`: a slash or a space parts only what is no name."""
        return [word for part in ALWAYS_APART.split(cell) if part.strip() for word in self.split_part(part.strip())]

    def split_part(self, part: str) -> list[str]:
        if self.find(part):
            return [part]
        at_spaces = self.split_at_spaces(part)
        if len(at_spaces) > 1:
            return at_spaces
        return [word for piece in self.longest_names(SLASH.split(part), "/") for word in self.split_at_spaces(piece)]

    def split_at_spaces(self, part: str) -> list[str]:
        """Apart only when all of it is names: `Python Spring Boot`, but not `量子 养猪`."""
        words = self.longest_names(part.split(), " ")
        return words if all(map(self.find, words)) else [part]

    def longest_names(self, pieces: list[str], sign: str) -> list[str]:
        """Neighboring pieces joined again where the sign between them belongs to a name: C/C++, Spring Boot."""
        found: list[str] = []
        while pieces:
            lengths = range(min(len(pieces), MOST_PIECES), 1, -1)
            length = next((n for n in lengths if self.find(sign.join(pieces[:n]))), 1)
            found.append(sign.join(pieces[:length]).strip())
            pieces = pieces[length:]
        return [piece for piece in found if piece]


def as_key(text: str) -> str:
    exact = without_spaces(text)
    return exact if SHORT.fullmatch(exact) else exact.casefold()
