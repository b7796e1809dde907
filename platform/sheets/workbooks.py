"""Workbooks, .xlsx and .xls, unpacked by the reader process; see reader.py for what it writes."""

import datetime
import io
import marshal
import re
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import IO, Any

from defusedxml import ElementTree

from sheets import refusals
from sheets.reader import MOST_COLUMNS, OUT_OF_MEMORY
from sheets.rows import Row

READER = Path(__file__).with_name("reader.py")
SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
COLUMNS = re.compile(rb"<(?:\w+:)?col\b[^>]*>")
ATTRIBUTE = re.compile(rb'\b(min|max|hidden)="([^"]*)"')
HEAD = 64 * 1024
"""Columns are described before the first row; no sheet needs more for it."""
LARGEST_DESCRIPTION = 1024 * 1024
"""What lists the sheets has some hundred bytes for each; it is read into this process as a tree."""
MOST_SHEETS = 50
UNTOLD = (
    *(LookupError, ValueError, SyntaxError, RuntimeError, OSError, EOFError),
    *(struct.error, zlib.error, zipfile.BadZipFile),
)
"""What `zipfile` and the XML reader raise at spoiled files."""


def read_sheets(content: bytes) -> Iterator[tuple[str, Iterator[Row]]]:
    """(name, rows) of each visible sheet. Raises SheetRefused, also while rows are read."""
    with subprocess.Popen(
        [sys.executable, "-I", str(READER)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as reader:
        try:
            feed(reader, content)
            parts = Parts(reader)
            while isinstance(parts.next, str):
                name = parts.take()
                rows = parts.rows()
                yield name, rows
                for _row in rows:
                    pass
        finally:
            reader.kill()


def feed(reader: subprocess.Popen, content: bytes) -> None:
    assert reader.stdin
    try:
        reader.stdin.write(content)
        reader.stdin.close()
    except BrokenPipeError:
        pass  # it has already ended; its exit status says why


class Parts:
    """What the reader writes, one part ahead."""

    def __init__(self, reader: subprocess.Popen):
        self.reader = reader
        self.next: Any = None
        self.take()

    def take(self) -> Any:
        assert self.reader.stdout
        taken, self.next = self.next, self.load(self.reader.stdout)
        return taken

    def load(self, out: IO[bytes]) -> Any:
        """The next part, or None at the end; raises SheetRefused when the reader did not end well."""
        try:
            return marshal.load(out)
        except (EOFError, ValueError, TypeError) as cut:
            status = self.reader.wait()
            if status == OUT_OF_MEMORY or status < 0:
                raise refusals.too_many_cells() from cut
            if status:
                raise refusals.damaged() from cut
            return None

    def rows(self) -> Iterator[Row]:
        while isinstance(self.next, tuple):
            first, batch = self.take()
            for number, cells in enumerate(batch, first):
                yield number, [cell if type(cell) is str else datetime.date.fromordinal(cell) for cell in cells]


def hidden_columns(content: bytes) -> dict[str, frozenset[int]]:
    """Sheet name to places, from 0, of its hidden columns; {} when the workbook does not say it as others do."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return {
                name: hidden_in(head(archive, entry)) for name, entry in islice(sheet_entries(archive), MOST_SHEETS)
            }
    except UNTOLD:
        return {}


def sheet_entries(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    targets = {
        relation.get("Id"): relation.get("Target", "") for relation in described(archive, "xl/_rels/workbook.xml.rels")
    }
    for sheet in described(archive, "xl/workbook.xml").iter(f"{SPREADSHEET}sheet"):
        target = targets[sheet.get(RELATION)]
        yield sheet.get("name", ""), target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def described(archive: zipfile.ZipFile, entry: str) -> Any:
    with archive.open(entry) as part:
        content = part.read(LARGEST_DESCRIPTION + 1)
    if len(content) > LARGEST_DESCRIPTION:
        raise ValueError(entry)
    return ElementTree.fromstring(content)


def head(archive: zipfile.ZipFile, entry: str) -> bytes:
    with archive.open(entry) as part:
        return part.read(HEAD).split(b"<sheetData", 1)[0]


def hidden_in(sheet_head: bytes) -> frozenset[int]:
    hidden = bytearray(MOST_COLUMNS)
    for column in COLUMNS.findall(sheet_head):
        told = {name.decode(): value.decode() for name, value in ATTRIBUTE.findall(column)}
        if told.get("hidden") in ("1", "true"):
            first, last = max(int(told["min"]), 1) - 1, min(int(told["max"]), MOST_COLUMNS)
            hidden[first:last] = b"\1" * max(last - first, 0)
    return frozenset(place for place, is_hidden in enumerate(hidden) if is_hidden)
