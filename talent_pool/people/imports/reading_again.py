"""The file of an import read with everything HR has said of it: the same for the look and for the deed."""

from collections.abc import Callable

from talent_pool.people.models import RosterImport
from talent_pool.people.rosters.corrections import Corrections
from talent_pool.people.rosters.mapping import Mapping
from talent_pool.people.rosters.reading import Roster, read_roster

Progress = Callable[[int, int], None]
BYTES_A_ROW = 90
"""About as much as a row takes in a packed workbook: for a bar that has nothing else to go by."""


def content_of(roster: RosterImport) -> bytes:
    with roster.file.open("rb") as file:
        return file.read()


def read(roster: RosterImport, *, progress: Progress | None = None) -> Roster:
    """Raises what `read_roster` raises."""
    return read_roster(
        content_of(roster),
        mapping=Mapping.of(roster.mapping),
        corrections=Corrections.from_json(roster.corrections),
        sheet=roster.sheet or None,
        header_row=roster.header_row,
        progress=progress,
    )


class Halves:
    """One bar for two ways through the same rows: reading them, and writing down what was found or done."""

    def __init__(self, progress: Progress, rows: int):
        self.progress = progress
        self.rows = max(rows, 1)

    def reading(self, done: int, _total: int) -> None:
        self.rows = max(self.rows, done)
        self.progress(done // 2, self.rows)

    def read(self, rows: int) -> None:
        """Now it is known how many there are."""
        self.rows = max(rows, 1)

    def writing(self, done: int, total: int) -> None:
        share = done / total if total else 1
        self.progress(round(self.rows / 2 * (1 + share)), self.rows)


def rows_expected(roster: RosterImport) -> int:
    """How many rows the file has: counted by the last look, else guessed from its size."""
    return roster.numbers.get("rows") or max(roster.file.size // BYTES_A_ROW, 1)
