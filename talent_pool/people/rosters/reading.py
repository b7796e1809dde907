"""A file becomes a roster: the sheet and the header found, every row below read, duplicates told."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice

from django.utils.translation import gettext as _

from competency.queries import load_vocabulary
from sheets import Sheet, SheetRefused, read_sheets
from sheets.rows import Row as SheetRow
from talent_pool.people.rosters.columns import Columns
from talent_pool.people.rosters.corrections import Corrections
from talent_pool.people.rosters.faults import Fault, FaultKind
from talent_pool.people.rosters.header_guess import HeaderGuess, guess_header
from talent_pool.people.rosters.header_search import columns_at, find_header
from talent_pool.people.rosters.mapping import Mapping
from talent_pool.people.rosters.notes import Notes
from talent_pool.people.rosters.rows import Row, RowReader
from talent_pool.people.rosters.samples import with_samples

MOST_ROWS = 200_000
ROWS_OF_A_HEAD = 60
"""Kept in hand of each sheet: enough for the header and for what the columns look like."""
STEP = 500
Progress = Callable[[int, int], None]


@dataclass
class Roster:
    """What a file says: `rows` without fault, `faults` in the order of the sheet, `left_out` headers never read.

    A header is left out for what it names (身份证号), or because resident ids stood in its cells. `faulty_rows` are
    the rows at fault, `skipped_rows` those that HR left out; `sheets` are the names of other sheets with a list.
    """

    columns: Columns
    rows: list[Row] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    faulty_rows: list[Row] = field(default_factory=list)
    skipped_rows: list[Row] = field(default_factory=list)
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    corrections: Corrections = field(default_factory=Corrections)
    notes: Notes = field(default_factory=Notes)

    @property
    def every_row(self) -> list[Row]:
        """Everybody the file speaks of, in the order of the sheet."""
        return sorted([*self.rows, *self.faulty_rows, *self.skipped_rows], key=lambda row: row.number)


class HeaderUnknown(SheetRefused):
    """No header with names and phones was found; `guess` is the likeliest one, for somebody to say what it means."""

    def __init__(self, guess: HeaderGuess, sheets: tuple[str, ...]):
        super().__init__(no_list())
        self.guess = guess
        self.sheets = sheets


def no_list() -> str:
    return _(
        "No list of people was found in the file: it needs a row of headers with a name (姓名) and a phone (手机号)."
    )


def read_roster(
    content: bytes,
    *,
    mapping: Mapping | None = None,
    corrections: Corrections | None = None,
    sheet: str | None = None,
    header_row: int | None = None,
    progress: Progress | None = None,
) -> Roster:
    """The roster in the first visible sheet that has one, or in the sheet and below the row of headers that are named.

    Raises SheetRefused for a file that cannot be read or has nobody in it, HeaderUnknown when somebody can say what
    its headers mean. `progress` is told the rows read, and 0 for their number, which nobody knows beforehand.
    """
    reading = Reading(mapping or Mapping(), corrections or Corrections(), sheet, header_row, progress)
    try:
        for each in read_sheets(content):
            reading.look_at(each)
    except SheetRefused:
        if reading.roster is None:
            raise
    return reading.result()


@dataclass
class Reading:
    """One file being read: what was found so far, sheet by sheet."""

    mapping: Mapping
    corrections: Corrections
    sheet: str | None
    header_row: int | None
    progress: Progress | None
    roster: Roster | None = None
    is_empty: bool = False
    guesses: list[HeaderGuess] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    def look_at(self, sheet: Sheet) -> None:
        rows = iter(sheet.rows)
        head = list(islice(rows, ROWS_OF_A_HEAD))
        is_wanted = self.roster is None and self.sheet in (None, sheet.name)
        columns = self.header_of(head) if is_wanted else find_header(head, self.mapping)
        self.names += [sheet.name] if columns else []
        if columns and is_wanted:
            self.read(columns, Sheet(sheet.name, chain(head, rows)))
        elif is_wanted and (guess := guess_header(sheet.name, head, self.mapping, self.header_row)):
            self.guesses.append(guess)

    def header_of(self, head: list[SheetRow]) -> Columns | None:
        if self.header_row is None:
            return find_header(head, self.mapping)
        place = next((place for place, (number, _cells) in enumerate(head) if number == self.header_row), None)
        if place is None:
            return None
        above = columns_at(head, place - 1, self.mapping) if place else None
        chosen = above if above and above.header_row == self.header_row else columns_at(head, place, self.mapping)
        return with_samples(chosen, head) if chosen.has_people else None

    def read(self, columns: Columns, sheet: Sheet) -> None:
        roster = read_rows(columns, sheet, self.corrections, self.progress)
        if roster.rows or roster.faulty_rows or roster.skipped_rows:
            self.roster = roster
        else:
            self.is_empty = True

    def result(self) -> Roster:
        if self.roster:
            self.roster.sheets = tuple(name for name in self.names if name != self.roster.sheet)
            return self.roster
        if self.is_empty:
            raise SheetRefused(_("There is nobody below the row of headers."))
        if self.guesses:
            best = max(self.guesses, key=lambda guess: guess.score)
            raise HeaderUnknown(best, tuple(guess.sheet for guess in self.guesses if guess is not best))
        raise SheetRefused(no_list())


def read_rows(
    columns: Columns, sheet: Sheet, corrections: Corrections | None = None, progress: Progress | None = None
) -> Roster:
    roster = Roster(
        columns, left_out=list(columns.left_out), sheet=sheet.name, corrections=corrections or Corrections()
    )
    reader = RowReader(columns, load_vocabulary(), roster.corrections)
    roster.notes = reader.notes
    firsts = Firsts(columns)
    hidden: dict[str, None] = {}
    for done, row in enumerate(rows_of_people(reader, sheet), 1):
        if progress and done % STEP == 0:
            progress(done, 0)
        hidden |= dict.fromkeys(row.hidden)
        if row.number in roster.corrections.skipped:
            roster.skipped_rows.append(row)
            continue
        row.faults += firsts.faults_of(row)
        if row.faults:
            roster.faults += row.faults
            roster.faulty_rows.append(row)
        else:
            roster.rows.append(row)
    roster.left_out += [columns.headers[name] for name in columns.places if name in hidden]
    return roster


def rows_of_people(reader: RowReader, sheet: Sheet) -> Iterator[Row]:
    for number, cells in sheet.rows:
        if number > MOST_ROWS:
            raise SheetRefused(_("The list has more than %(most)s rows. Send it in parts.") % {"most": MOST_ROWS})
        if number > reader.columns.header_row and (row := reader.read(number, cells)):
            yield row


class Firsts:
    """Phones and staff numbers already met: the later of two equal ones is at fault, whatever befell the first."""

    def __init__(self, columns: Columns):
        self.headers = columns.headers
        self.met: dict[str, dict[str, int]] = {"phone": {}, "staff_no": {}}

    def faults_of(self, row: Row) -> tuple[Fault, ...]:
        faults = []
        for name, met in self.met.items():
            value = getattr(row, name)
            first = met.setdefault(value.casefold(), row.number) if value else row.number
            if first != row.number:
                kind = FaultKind.DUPLICATE_IN_FILE
                faults.append(Fault(row.number, self.headers[name], kind, name, value, first))
        return tuple(faults)
