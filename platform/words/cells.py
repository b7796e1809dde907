"""Words in a cell of a spreadsheet stay words: nothing a sheet cannot hold, nothing that it would compute."""

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet program would compute, were it to begin a cell (OWASP, CSV injection)."""


def legible(text: str) -> str:
    """The text without the control characters that no sheet may hold."""
    return ILLEGAL_CHARACTERS_RE.sub("", text)


def would_compute(text: str) -> bool:
    return text.startswith(FORMULA)


def as_text(text: str) -> str:
    """Text that a spreadsheet program shows and never computes, in .csv too."""
    text = legible(text)
    return f"'{text}" if would_compute(text) else text
