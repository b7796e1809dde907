"""Spreadsheets read safely: any cell as text or as a day, rows under the numbers that people see."""

from sheets.opening import Cell, Sheet, read_file, read_sheets
from sheets.refusals import SheetRefused

__all__ = ["Cell", "Sheet", "SheetRefused", "read_file", "read_sheets"]
