"""Text with one row a line: .csv as Excel, WPS and programs write it, in the encodings they use."""

import codecs
import csv
import io
import unicodedata
from collections.abc import Iterator
from typing import TextIO

from sheets import refusals
from sheets.reader import MOST_COLUMNS
from sheets.rows import Cell, Row

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE = 8_192
DELIMITERS = ",\t;"
LARGEST_CELL = 32_767
"""Excel's own limit. What is longer comes from a quotation mark that was never closed."""
LONGEST_ROW = 1_000_000
"""Letters, of however many lines: what is longer was never a row."""
PIECE = 256 * 1024
OTHER_FORMATS = ("<html", "<!doctype", "<table", "<?xml", "%pdf", "{\\rtf")
WHITE = frozenset("\t\n\r\f\v")


def read_rows(content: bytes) -> Iterator[Row]:
    """Rows of text. Raises SheetRefused when it is no text, or no text in UTF-8, UTF-16 or GB18030."""
    encoding = encoding_of(content)
    sample = opened(content, encoding).read(SAMPLE)
    if sample.lstrip().lower().startswith(OTHER_FORMATS):
        raise refusals.other_format()
    return split(opened(content, encoding), delimiter_of(sample))


def opened(content: bytes, encoding: str) -> TextIO:
    """Decoded while it is read: as a whole it would need four times the file's size, and more than once."""
    return io.TextIOWrapper(io.BytesIO(content), encoding, newline="")


def split(text: TextIO, delimiter: str) -> Iterator[Row]:
    csv.field_size_limit(LARGEST_CELL)
    lines = Lines(text)
    try:
        for number, cells in enumerate(csv.reader(lines, delimiter=delimiter), 1):
            lines.read = 0
            yield number, list[Cell](cells[:MOST_COLUMNS])
    except csv.Error as fault:
        raise refusals.damaged() from fault


class Lines:
    """The lines of a text; `read` counts the letters of those that were read for the present row."""

    def __init__(self, text: TextIO):
        self.text, self.read = text, 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self.text.readline(LONGEST_ROW)
        self.read += len(line)
        if self.read >= LONGEST_ROW:
            raise refusals.damaged()
        if not line:
            raise StopIteration
        return line


def encoding_of(content: bytes) -> str:
    """By its mark, or the first that reads all of it."""
    for encoding in candidates(content):
        if reads(content, encoding):
            return encoding
    raise refusals.unreadable_text()


def candidates(content: bytes) -> list[str]:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return [encoding]
    if b"\0" in content[:SAMPLE]:
        return utf_16_without_mark(content[:SAMPLE])
    return ["utf-8", "gb18030"]


def reads(content: bytes, encoding: str) -> bool:
    """Whether every byte belongs to a letter that may stand in a text."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for start in range(0, len(content), PIECE):
            letters = decoder.decode(content[start : start + PIECE], final=start + PIECE >= len(content))
            if any(unicodedata.category(letter) in ("Cc", "Cs") for letter in set(letters) - WHITE):
                return False
    except UnicodeDecodeError:
        return False
    return True


def utf_16_without_mark(sample: bytes) -> list[str]:
    """Commas, digits and line ends have a zero beside them: before them in big-endian text, after them in the other."""
    before, after = sample[::2].count(0), sample[1::2].count(0)
    return ["utf-16-be"] if before > after else ["utf-16-le"]


def delimiter_of(sample: str) -> str:
    """The sign that most often divides the first lines; a comma when none does."""
    first = "\n".join(sample.splitlines()[:20])
    return max(DELIMITERS, key=first.count)
