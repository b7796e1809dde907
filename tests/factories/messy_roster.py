"""A roster as a newcomer's HR sends it: a cover sheet, merged titles, a header on two lines, and ten faults that six
answers mend.
"""

from pathlib import Path

from openpyxl import Workbook

GROUPS = ["基本信息", None, None, None, "任职信息", None, None, None, "其他", None]
HEADERS = [
    "序号",
    "*员工\n姓名",
    "工 号",
    "联系电话\n（必填）",
    "所在部门",
    "职务",
    "人员类型",
    "直属上级",
    "身份证号",
    "入职时间",
]
SURNAMES, GIVEN = "沈韩杨朱秦许何吕施张曹严华金魏陶姜戚谢邹", ("知远", "若溪", "子轩", "嘉豪", "雨桐", "思源")
DEPARTMENTS = ("研发中心/算法部", "研发中心/芯片部", "市场部", "总经办")
PEOPLE = 40
FAULTS, ANSWERS = 10, 6
IN_RESEARCH = 19
"""People of 研发中心 once the faults are mended: of the two with one phone the first is kept."""


def write_messy_roster(path: Path) -> list[str]:
    """Writes the workbook and returns the names on it, in order.

    The ten faults: 综合岗 as a category four times, 职能 as one twice, a day that no calendar has, a phone a digit
    short, a phone that stands twice, an unknown line manager.
    """
    rows = [person(number) for number in range(PEOPLE)]
    for number in (3, 8, 13, 21):
        rows[number][6] = "综合岗"
    for number in (5, 17):
        rows[number][6] = "职能"
    rows[10][9] = "2024-02-30"
    rows[11][3] = rows[11][3][:-1]
    rows[12][3] = rows[9][3]
    rows[14][7] = "孟不在"
    book = Workbook()
    cover = book.active
    cover.title = "说明"
    cover.append(["本表由人力资源部填写，每月 5 日前报送"])
    sheet = book.create_sheet("11月名册")
    sheet.append(["示例链上科技 2026 年 11 月花名册"])
    sheet.merge_cells("A1:J1")
    sheet.append(GROUPS)
    for merged in ("A2:D2", "E2:H2", "I2:J2"):
        sheet.merge_cells(merged)
    for row in (HEADERS, *rows):
        sheet.append(row)
    book.save(path)
    return [row[1] for row in rows]


def person(number: int) -> list[str]:
    name = SURNAMES[number % len(SURNAMES)] + GIVEN[number % len(GIVEN)] + ("" if number < 20 else "青")
    return [
        str(number + 1),
        name,
        f"M{number + 1:04}",
        f"1387770{number + 1:04}",
        DEPARTMENTS[number % len(DEPARTMENTS)],
        "工程师",
        ("研发", "研发", "市场", "管理")[number % 4],
        "" if number == 0 else "M0001",
        f"33011019900307{4217 + number}",
        "2021.9.6",
    ]
