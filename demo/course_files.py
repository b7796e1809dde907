"""Reads `content/courses/<place>-<slug>.md`: facts as TOML between two `+++` lines, then the lessons.

# 一课的题目 | 75 | Its title in English        begins a lesson of 75 minutes
ordinary text                                    see lesson_text.py
?? 问题                                          begins its checkpoint, at the lesson's end
- [x] 对的选项 :: 为什么对                       one right answer
- [ ] 错的选项 :: 该再看哪里                     the others
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "content" / "courses"
OPTION = re.compile(r"- \[(?P<mark>[x ])\] (?P<text>.+?) :: (?P<feedback>.+)")


@dataclass(frozen=True)
class Option:
    text: str
    is_right: bool
    feedback: str


@dataclass(frozen=True)
class Checkpoint:
    question: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Lesson:
    title: str
    title_en: str
    minutes: int
    text: str
    checkpoint: Checkpoint | None


@dataclass(frozen=True)
class Course:
    slug: str
    title: str
    title_en: str
    summary: str
    summary_en: str
    glyph: str
    chain: str
    category: str
    kind: str
    level: int
    study_hours: float
    owners: list[str]
    skills: dict[str, int]
    outcomes: list[str]
    outcomes_en: list[str]
    lessons: tuple[Lesson, ...]


def read_courses() -> list[Course]:
    """All courses of the demo, in the order of the academy."""
    return [_read(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.md"))]


def _read(source: str) -> Course:
    _, facts, body = source.split("+++\n", 2)
    lessons = re.split(r"^# ", body, flags=re.MULTILINE)[1:]
    return Course(**tomllib.loads(facts), lessons=tuple(_lesson(lesson) for lesson in lessons))


def _lesson(source: str) -> Lesson:
    heading, _, rest = source.partition("\n")
    title, minutes, title_en = (part.strip() for part in heading.split("|"))
    text, _, question = rest.partition("\n?? ")
    return Lesson(title, title_en, int(minutes), text.strip(), _checkpoint(question) if question else None)


def _checkpoint(source: str) -> Checkpoint:
    question, *lines = source.strip().splitlines()
    options = [OPTION.fullmatch(line) for line in lines]
    if None in options:
        raise ValueError(f"An answer of “{question}” is not written as `- [x] answer :: feedback`.")
    return Checkpoint(question, tuple(Option(o["text"], o["mark"] == "x", o["feedback"]) for o in options if o))
