"""What an import is told as: the numbers, the faults, the columns left out. The same for a look and for the deed."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from talent_pool.people.rosters.faults import Fault, sentence
from talent_pool.people.rosters.matching import Plan
from talent_pool.people.rosters.reading import Roster


@dataclass(frozen=True)
class Outcome:
    """`header_row` and the rows of faults are the sheet's numbers.

    new + updated + unchanged + faulty is everybody in the file; a row with several faults is faulty once.
    """

    header_row: int
    new: int
    updated: int
    unchanged: int
    faulty: int
    faults: tuple[Fault, ...]
    left_out: tuple[str, ...]

    @classmethod
    def of(cls, roster: Roster, plan: Plan) -> "Outcome":
        return cls(
            header_row=roster.columns.header_row,
            new=len(plan.new),
            updated=len(plan.changed),
            unchanged=len(plan.unchanged),
            faulty=plan.faulty,
            faults=tuple(plan.faults),
            left_out=tuple(roster.left_out),
        )

    @property
    def numbers(self) -> dict[str, int]:
        return {"new": self.new, "updated": self.updated, "unchanged": self.unchanged, "faulty": self.faulty}

    def as_json(self) -> dict[str, Any]:
        return {
            "header_row": self.header_row,
            **self.numbers,
            "faults": [{"row": fault.row, "column": fault.column, "kind": str(fault.kind)} for fault in self.faults],
            "left_out": list(self.left_out),
        }

    def as_lines(self) -> list[str]:
        """For a person: one line for the numbers, one for each fault, one for what was left out."""
        numbers = _("%(new)s new, %(updated)s updated, %(unchanged)s unchanged, %(faulty)s at fault.") % self.numbers
        return [numbers, *map(sentence, self.faults), *self.lines_of_left_out()]

    def lines_of_left_out(self) -> list[str]:
        if not self.left_out:
            return []
        told = ngettext(
            "This column was left out and is not stored: %(columns)s.",
            "These columns were left out and are not stored: %(columns)s.",
            len(self.left_out),
        )
        return [told % {"columns": _(", ").join(self.left_out)}]
