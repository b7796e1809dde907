"""Text with one row a line: .csv as Excel, WPS and programs write it, in the encodings they use."""

import codecs
import csv
import io
import unicodedata
from collections.abc import Iterator

from sheets import refusals
from sheets.rows import Row

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE = 8_192
DELIMITERS = ",\t;"
LARGEST_CELL = 32_767
"""Excel's own limit. What is longer comes from a quotation mark that was never closed."""
OTHER_FORMATS = ("<html", "<!doctype", "<table", "<?xml", "%pdf", "{\\rtf")
WHITE = frozenset("\t\n\r\f\v")


def read_rows(content: bytes) -> Iterator[Row]:
    """Rows of text. Raises SheetRefused when it is no text, or no text in UTF-8, UTF-16 or GB18030."""
    text = decode(content)
    if text.lstrip().lower().startswith(OTHER_FORMATS):
        raise refusals.other_format()
    return split(text)


def split(text: str) -> Iterator[Row]:
    csv.field_size_limit(LARGEST_CELL)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
    try:
        for number, cells in enumerate(rows, 1):
            yield number, list(cells)
    except csv.Error as fault:
        raise refusals.damaged() from fault


def decode(content: bytes) -> str:
    """The text, by its mark or by the first encoding that reads all of it."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return decode_as(content, [encoding])
    if b"\0" in content[:SAMPLE]:
        return decode_as(content, utf_16_without_mark(content[:SAMPLE]))
    return decode_as(content, ["utf-8", "gb18030"])


def decode_as(content: bytes, encodings: list[str]) -> str:
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not any(unicodedata.category(letter) in ("Cc", "Cs") for letter in set(text) - WHITE):
            return text
    raise refusals.unreadable_text()


def utf_16_without_mark(sample: bytes) -> list[str]:
    """Commas, digits and line ends have a zero beside them: before them in big-endian text, after them in the other."""
    before, after = sample[::2].count(0), sample[1::2].count(0)
    return ["utf-16-be"] if before > after else ["utf-16-le"]


def delimiter_of(text: str) -> str:
    """The sign that most often divides the first lines; a comma when none does."""
    first = "\n".join(text[:SAMPLE].splitlines()[:20])
    return max(DELIMITERS, key=first.count)
