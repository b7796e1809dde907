"""The rows that are not written, as a spreadsheet: the file's own header and cells, and why in one more column."""

import io
from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font, PatternFill

from sheets import Cell, read_sheets
from sheets.rows import Row
from talent_pool.people.imports.reading_again import content_of
from talent_pool.people.models import RosterImport
from talent_pool.people.models.imports import RowResult
from talent_pool.people.rosters.corrections import Corrections
from talent_pool.people.rosters.faults import FaultKind, what
from talent_pool.people.rosters.headers import NEVER_STORED, as_header
from talent_pool.people.rosters.resident_ids import holds_resident_id
from words.cells import legible, would_compute

KIND = "people.fault_sheet"
MANY = 5_000
"""More rows than this are put together by the worker."""
BAD = PatternFill("solid", fgColor="FFF3DC")


def fault_sheet(roster: RosterImport) -> bytes:
    """An .xlsx of the rows at fault as they stand now, with HR's corrections in them.

    What is never stored (resident ids and the like) does not come back either.
    """
    faults = reasons(roster)
    rows = original_rows(roster, {roster.understood["header_row"], *faults})
    header = next((cells for number, cells in rows if number == roster.understood["header_row"]), [])
    kept = [place for place, cell in enumerate(header) if not NEVER_STORED.search(as_header(cell))]
    headers = {column["place"]: column["header"] for column in roster.understood["columns"]}
    places = {column["field"]: column["place"] for column in roster.understood["columns"] if column["field"]}
    corrected = Corrections.from_json(roster.corrections).by_row()
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Rows to be corrected"))
    sheet.freeze_panes = "A2"
    titles = [headers.get(place) or header[place] for place in kept]
    sheet.append([cell_of(sheet, title, bold=True) for title in [*titles, _("Reason")]])
    for number, cells in rows:
        if number not in faults:
            continue
        said = {places[name]: text or "" for name, text in corrected.get(number, {}).items() if name in places}
        told = dict(enumerate(cells)) | said
        bad = {places.get(name) for name, _sentence in faults[number]}
        line = [cell_of(sheet, told.get(place, ""), bad=place in bad) for place in kept]
        sheet.append([*line, cell_of(sheet, "；".join(sentence for _name, sentence in faults[number]))])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def reasons(roster: RosterImport) -> dict[int, list[tuple[str, str]]]:
    """Row to (field, sentence)."""
    rows = roster.rows.filter(result=RowResult.FAULTY).order_by("number").values_list("number", "faults")
    return {number: [(fault["field"], sentence(fault)) for fault in faults] for number, faults in rows}


def sentence(fault: dict[str, str]) -> str:
    return _("%(column)s: %(fault)s") % {"column": fault["column"], "fault": what(FaultKind(fault["kind"]))}


def original_rows(roster: RosterImport, wanted: set[int]) -> list[Row]:
    """These rows of the sheet the roster was found in, as the file has them."""
    for sheet in read_sheets(content_of(roster)):
        if sheet.name == roster.understood["sheet"]:
            return list(islice(chosen(sheet.rows, wanted), len(wanted)))
    return []


def chosen(rows: Iterator[Row], wanted: set[int]) -> Iterator[Row]:
    return ((number, cells) for number, cells in rows if number in wanted)


def cell_of(sheet, value: Cell, *, bold: bool = False, bad: bool = False) -> Any:
    """Text stays text: nothing here is reckoned with when somebody opens the file, nor when they save it anew."""
    if isinstance(value, str):
        value = "" if holds_resident_id(value) else legible(value)
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str) and value:
        cell.data_type = "s"
        cell.quotePrefix = would_compute(value)
    if bold:
        cell.font = Font(bold=True)
    if bad:
        cell.fill = BAD
    return cell


def sheet_name(roster: RosterImport) -> str:
    return _("%(name)s, to be corrected.xlsx") % {"name": roster.file_name.rpartition(".")[0] or roster.file_name}
