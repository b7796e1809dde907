"""The drawing in docs/learning.md is the table in rules.py."""

import re
from pathlib import Path

from courses.learning.rules import TRANSITIONS

PAGE = Path(__file__).resolve().parents[3] / "docs" / "learning.md"


def test_the_drawing_is_the_table():
    drawn = set()
    for line in PAGE.read_text(encoding="utf-8").split("```")[1].splitlines()[1:]:
        words = re.findall(r"[a-z]+", line)
        drawn |= {tuple(words[place : place + 3]) for place in range(0, len(words) - 2, 2)}
    table = {
        (str(start), str(actor), str(end))
        for start, ends in TRANSITIONS.items()
        for end, actors in ends.items()
        for actor in actors
    }
    assert drawn == table
