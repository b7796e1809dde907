"""One way into every kind of spreadsheet: .xlsx, .xls, and text with commas, semicolons or tabs."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sheets import safety, text_files, workbooks
from sheets.rows import Cell, Row

__all__ = ["Cell", "Row", "Sheet", "read_file", "read_sheets"]


@dataclass
class Sheet:
    """One visible sheet. `rows` can be gone through once: (number, cells) with the numbers people see, from 1.

    `hidden_columns` are places in the cells, from 0, that people do not see; known for .xlsx only.
    """

    name: str
    rows: Iterator[Row]
    hidden_columns: frozenset[int] = frozenset()


def read_file(path: Path) -> bytes:
    """The file's content, and of a file that is too large only enough for `read_sheets` to say so."""
    with path.open("rb") as file:
        return file.read(safety.LARGEST_FILE + 1)


def read_sheets(content: bytes) -> Iterator[Sheet]:
    """The visible sheets of a file, in its order; each must be read before the next one is asked for.

    What the file is follows from its content, never from its name. Raises SheetRefused, here or while rows are read,
    for files that are empty, larger than 20 MB, protected, damaged, made to swell, or no spreadsheet at all.
    """
    safety.check_size(content)
    if safety.is_archive(content):
        safety.check_archive(content)
        return sheets_of_workbook(content, workbooks.hidden_columns(content))
    if safety.is_compound(content):
        safety.check_compound(content)
        return sheets_of_workbook(content, {})
    return iter([Sheet("", text_files.read_rows(content))])


def sheets_of_workbook(content: bytes, hidden: dict[str, frozenset[int]]) -> Iterator[Sheet]:
    for name, rows in workbooks.read_sheets(content):
        yield Sheet(name, rows, hidden.get(name, frozenset()))
