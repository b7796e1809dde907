"""The process that unpacks a workbook: given one on its input, it writes the sheets' cells and ends.

It runs apart from the site under limits of memory and time, so that a file made to swell or to crash a reader takes
this process down and nothing else. Written to its output, each by `marshal`: a sheet's name; then batches of
(number of the first row, rows); a cell is text, or an int that is a day's proleptic Gregorian ordinal.
"""

import datetime
import io
import marshal
import resource
import sys

from python_calamine import CalamineError, SheetTypeEnum, SheetVisibleEnum, load_workbook

MEMORY = 1024 * 1024 * 1024
SECONDS = 60
BATCH = 500
DAMAGED = 3


def main() -> int:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        write_sheets(sys.stdin.buffer.read(), sys.stdout.buffer)
    except (CalamineError, ValueError):
        return DAMAGED
    except BrokenPipeError:
        pass
    return 0


def write_sheets(content: bytes, out) -> None:
    book = load_workbook(io.BytesIO(content))
    for about in book.sheets_metadata:
        if about.typ == SheetTypeEnum.WorkSheet and about.visible == SheetVisibleEnum.Visible:
            marshal.dump(about.name, out)
            write_rows(book.get_sheet_by_name(about.name), out)
    out.flush()


def write_rows(sheet, out) -> None:
    if sheet.start is None:
        return
    first = 1
    batch = []
    for row in sheet.to_python(skip_empty_area=False):
        batch.append([as_cell(value) for value in row])
        if len(batch) == BATCH:
            marshal.dump((first, batch), out)
            first, batch = first + BATCH, []
    marshal.dump((first, batch), out)


def as_cell(value) -> str | int:
    """Whole numbers without a point, so that phones and staff numbers stay what they are; a day as its ordinal."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime.date):
        return value.toordinal()
    return str(value)


if __name__ == "__main__":
    sys.exit(main())
