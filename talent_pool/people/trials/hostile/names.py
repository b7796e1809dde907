"""Good workbooks under names that are not."""

from talent_pool.people.trials.hostile.packing import LIST, rows_of, sheet, workbook

NAMES = (
    "../../../../etc/passwd",
    "..\\..\\windows\\system32\\名册.xlsx",
    "很长的名字" * 50 + ".xlsx",
    "<img src=x onerror=alert(1)>.xlsx",
    "换\r\n行: x.xlsx",
    "倒\u202exslx.exe",
    "'; DROP TABLE people_rosterimport; --.xlsx",
    "{{ 7 }}{% debug %}.xlsx",
    ".",
)


def numbered(number: int) -> bytes:
    """Each another file: the same one twice would be taken for the first."""
    return workbook(SHEET=sheet(rows_of([*LIST, (f"第{number}位", f"N{number}", f"198007001{number:02d}", "", "")])))


FILES = {name: lambda _random, number=number: numbered(number) for number, name in enumerate(NAMES)}
