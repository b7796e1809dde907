"""What HR corrected in a roster on its way in: cells, words, rows left out. Applied while the file is read."""

from dataclasses import dataclass, field
from typing import Any

from sheets import Cell
from words.digits import plain


@dataclass(frozen=True)
class Corrections:
    """`cells` {(row, field): text} stands instead of the cell; `words` {field: {written: meant}} for all rows;
    `skipped` rows are not imported; `blank` (row, field) says nothing. Rows are the sheet's numbers.

    A word that means itself is one that HR has looked at and wants as it is.
    """

    cells: dict[tuple[int, str], str] = field(default_factory=dict)
    words: dict[str, dict[str, str]] = field(default_factory=dict)
    skipped: frozenset[int] = frozenset()
    blank: frozenset[tuple[int, str]] = frozenset()

    def __or__(self, later: "Corrections") -> "Corrections":
        """Both; where they speak of the same thing the later one holds."""
        cells = {place: text for place, text in self.cells.items() if place not in later.blank} | later.cells
        words = {name: self.words.get(name, {}) | later.words.get(name, {}) for name in self.words | later.words}
        return Corrections(cells, words, self.skipped | later.skipped, (self.blank - later.cells.keys()) | later.blank)

    def by_row(self) -> dict[int, dict[str, str | None]]:
        """Row to field to the text that stands there instead; None where nothing is said."""
        found: dict[int, dict[str, str | None]] = {}
        for (row, name), text in self.cells.items():
            found.setdefault(row, {})[name] = text
        for row, name in self.blank:
            found.setdefault(row, {})[name] = None
        return found

    def as_json(self) -> dict[str, Any]:
        cells: dict[str, dict[str, str]] = {}
        for (row, name), text in sorted(self.cells.items()):
            cells.setdefault(str(row), {})[name] = text
        blank: dict[str, list[str]] = {}
        for row, name in sorted(self.blank):
            blank.setdefault(str(row), []).append(name)
        return {"cells": cells, "words": self.words, "skipped": sorted(self.skipped), "blank": blank}

    @classmethod
    def from_json(cls, told: dict[str, Any]) -> "Corrections":
        return cls(
            cells={(int(row), n): text for row, texts in told.get("cells", {}).items() for n, text in texts.items()},
            words={name: dict(meanings) for name, meanings in told.get("words", {}).items()},
            skipped=frozenset(told.get("skipped", ())),
            blank=frozenset((int(row), name) for row, names in told.get("blank", {}).items() for name in names),
        )


def word(cell: Cell) -> str:
    """A word as `Corrections.words` knows it."""
    return plain(cell) if isinstance(cell, str) else cell.isoformat()
