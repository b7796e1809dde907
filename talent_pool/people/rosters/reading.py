"""A file becomes a roster: the sheet and the header found, every row below read, duplicates told."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, islice

from django.utils.translation import gettext as _

from competency.queries import load_vocabulary
from sheets import Sheet, SheetRefused, read_sheets
from talent_pool.people.rosters.columns import ROWS_LOOKED_AT, Columns, find_columns
from talent_pool.people.rosters.rows import Fault, FaultKind, Row, RowReader

MOST_ROWS = 200_000


@dataclass
class Roster:
    """What a file says: `rows` without fault, `faults` in the order of the sheet, `left_out` headers never read.

    A header is left out for what it names (身份证号), or because resident ids stood in its cells.
    """

    columns: Columns
    rows: list[Row] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def read_roster(content: bytes) -> Roster:
    """The roster in the first visible sheet that has one.

    Raises SheetRefused for a file that cannot be read, or in which no sheet has a header with names and phones.
    """
    for sheet in read_sheets(content):
        rows = iter(sheet.rows)
        head = list(islice(rows, ROWS_LOOKED_AT))
        columns = next(filter(None, (find_columns(number, cells) for number, cells in head)), None)
        if columns:
            return read_rows(columns, Sheet(sheet.name, chain(head, rows)))
    raise SheetRefused(
        _("No list of people was found in the file: it needs a row of headers with a name (姓名) and a phone (手机号).")
    )


def read_rows(columns: Columns, sheet: Sheet) -> Roster:
    roster = Roster(columns, left_out=list(columns.left_out))
    firsts = Firsts(columns)
    hidden: dict[str, None] = {}
    for row in rows_of_people(columns, sheet):
        row.faults += firsts.faults_of(row)
        hidden |= dict.fromkeys(row.hidden)
        if row.faults:
            roster.faults += row.faults
        else:
            roster.rows.append(row)
    roster.left_out += [columns.headers[name] for name in columns.places if name in hidden]
    if not roster.rows and not roster.faults:
        raise SheetRefused(_("There is nobody below the row of headers."))
    return roster


def rows_of_people(columns: Columns, sheet: Sheet) -> Iterator[Row]:
    reader = RowReader(columns, load_vocabulary())
    for number, cells in sheet.rows:
        if number > MOST_ROWS:
            raise SheetRefused(_("The list has more than %(most)s rows. Send it in parts.") % {"most": MOST_ROWS})
        if number > columns.header_row and (row := reader.read(number, cells)):
            yield row


class Firsts:
    """Phones and staff numbers already met: the later of two equal ones is at fault, whatever befell the first."""

    def __init__(self, columns: Columns):
        self.headers = columns.headers
        self.met: dict[str, set[str]] = {"phone": set(), "staff_no": set()}

    def faults_of(self, row: Row) -> tuple[Fault, ...]:
        faults = []
        for name, met in self.met.items():
            value = getattr(row, name).casefold()
            if value and value in met:
                faults.append(Fault(row.number, self.headers[name], FaultKind.DUPLICATE_IN_FILE))
            met.add(value)
        return tuple(faults)
