"""What a spreadsheet consists of, once it is read."""

import datetime

Cell = str | datetime.date
"""A day where the sheet holds a real date; else the text, numbers included. An empty cell is ""."""

Row = tuple[int, list[Cell]]
"""The number in the sheet's margin, from 1, and the cells from the first column on."""
