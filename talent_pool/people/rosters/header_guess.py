"""The likeliest header of a sheet in which none was recognized, for HR to say what its columns mean."""

from dataclasses import dataclass

from sheets.rows import Row as SheetRow
from talent_pool.people.rosters.columns import COLUMNS_LOOKED_AT, UnknownColumn
from talent_pool.people.rosters.header_search import ROWS_LOOKED_AT, columns_at
from talent_pool.people.rosters.headers import as_header
from talent_pool.people.rosters.mapping import Mapping
from talent_pool.people.rosters.samples import with_samples
from talent_pool.people.rosters.two_lines import is_wordy

LOOKED_AT_CLOSELY = 4


@dataclass(frozen=True)
class HeaderGuess:
    """`columns` are those that may be read, from the left: `suggestion` is what is known or likely of each.
    `left_out` are never read.
    """

    sheet: str
    header_row: int
    columns: tuple[UnknownColumn, ...]
    left_out: tuple[str, ...]
    score: float


def guess_header(sheet: str, head: list[SheetRow], mapping: Mapping, header_row: int | None) -> HeaderGuess | None:
    """The row that looks most like a header; the one named, where one is. None for a sheet without any."""
    places = [
        place
        for place, (number, cells) in enumerate(head[:ROWS_LOOKED_AT])
        if (number == header_row if header_row else len(wordy(cells)) > 1 and place + 1 < len(head))
    ]
    likeliest = sorted(places, key=lambda place: -first_score(head, place, mapping))[:LOOKED_AT_CLOSELY]
    guesses = [guess_at(sheet, head, place, mapping) for place in likeliest]
    return max(guesses, key=lambda guess: guess.score, default=None)


def first_score(head: list[SheetRow], place: int, mapping: Mapping) -> float:
    """By what is known and by how few cells are numbers; the higher row first."""
    number, cells = head[place]
    told = [cell for cell in cells[:COLUMNS_LOOKED_AT] if str(cell).strip()]
    known = columns_at(head, place, mapping).places
    return 3 * len(known) + len(wordy(cells)) / max(len(told), 1) - number / 100


def guess_at(sheet: str, head: list[SheetRow], place: int, mapping: Mapping) -> HeaderGuess:
    found = with_samples(columns_at(head, place, mapping), head)
    known = [
        UnknownColumn(found.places[name], header, found.samples.get(name, ()), name)
        for name, header in found.headers.items()
    ]
    columns = tuple(sorted([*known, *found.unknown], key=lambda column: column.place))
    suggested = sum(bool(column.suggestion) for column in found.unknown)
    score = first_score(head, place, mapping) + 2 * suggested
    return HeaderGuess(sheet, found.header_row, columns, found.left_out, score)


def wordy(cells: list) -> set[str]:
    return {header for cell in cells[:COLUMNS_LOOKED_AT] if is_wordy(header := as_header(cell))}
