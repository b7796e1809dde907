"""The process that unpacks a workbook: given one on its input, it writes the sheets' cells and ends.

It runs apart from the site under limits of memory and time, so that a file made to swell or to crash a reader takes
this process down and nothing else. Written to its output, each by `marshal`: a sheet's name; then batches of
(number of the first row, rows); a cell is text, or an int that is a day's proleptic Gregorian ordinal. A batch is
small, whatever the sheet, because the site holds two of them.
"""

import datetime
import io
import marshal
import resource
import sys

from python_calamine import SheetTypeEnum, SheetVisibleEnum, load_workbook

MEMORY = 224 * 1024 * 1024
"""Enough for 1.6 million cells: 100,000 people in 16 columns, 50,000 in 32."""
SECONDS = 60
ROWS_OF_A_BATCH, CELLS_OF_A_BATCH = 500, 20_000
MOST_COLUMNS = 1_000
"""What stands further to the right is no list of people, and is not read."""
LONGEST_CELL = 32_767
"""Excel's own limit; longer ones are made by programs, and cut."""
NOWHERE = dict.fromkeys(set(range(32)) - set(map(ord, "\t\n\r")))
"""Controls that no text has; workbooks can spell them (_x0000_), and databases do not take a zero."""
DAMAGED, OUT_OF_MEMORY = 3, 4


def main() -> int:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        write_sheets(sys.stdin.buffer.read(), sys.stdout.buffer)
    except BrokenPipeError:
        pass
    except MemoryError:
        return OUT_OF_MEMORY
    except BaseException:  # calamine's panics are no Exception
        return DAMAGED
    return 0


def write_sheets(content: bytes, out) -> None:
    book = load_workbook(io.BytesIO(content))
    for about in book.sheets_metadata:
        if about.typ == SheetTypeEnum.WorkSheet and about.visible == SheetVisibleEnum.Visible:
            marshal.dump(as_text(about.name), out)
            write_rows(book.get_sheet_by_name(about.name), out)
    out.flush()


def write_rows(sheet, out) -> None:
    if sheet.start is None:
        return
    first, batch, held = 1, [], 0
    for row in padded(sheet):
        batch.append([as_cell(value) for value in row])
        held += len(row)
        if len(batch) == ROWS_OF_A_BATCH or held >= CELLS_OF_A_BATCH:
            marshal.dump((first, batch), out)
            first, batch, held = first + len(batch), [], 0
    marshal.dump((first, batch), out)


def padded(sheet):
    """Rows whose cells begin in the sheet's first column: `iter_rows` gives the blank rows above, not those cells."""
    margin = [""] * min(sheet.start[1], MOST_COLUMNS)
    for row in sheet.iter_rows():
        yield margin + row[: MOST_COLUMNS - len(margin)]


def as_cell(value) -> str | int:
    """Whole numbers without a point, so that phones and staff numbers stay what they are; a day as its ordinal."""
    if isinstance(value, str):
        return as_text(value)
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime.date):
        return value.toordinal()
    return str(value)


def as_text(value: str) -> str:
    text = value[:LONGEST_CELL]
    return text if text.isprintable() else text.translate(NOWHERE)


if __name__ == "__main__":
    sys.exit(main())
