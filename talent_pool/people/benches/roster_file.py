"""A roster of any size, as a staff office would send it. Nobody in it exists."""

import datetime
import io
from pathlib import Path

from openpyxl import Workbook

HEADERS = ("姓名", "工号", "手机号", "邮箱", "部门", "岗位", "人才类别", "职称", "学历", "入职日期", "技能")
SURNAMES, GIVEN = "沈韩杨朱秦许何吕施张孔曹", "知远若溪子轩嘉豪雨桐思源一诺"
DEPARTMENTS = ("基础软件部", "算法平台部", "芯片验证部", "市场部", "总经办")
SKILLS = ("Python、C++", "大模型", "UVM、Verilog", "项目管理", "商务谈判、品牌传播")
FIRST_DAY = datetime.date(2012, 1, 1)


def roster_of(rows: int) -> bytes:
    out = io.BytesIO()
    write_roster(out, rows)
    return out.getvalue()


def write_roster(file: Path | io.BytesIO, rows: int) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("员工")
    sheet.append(HEADERS)
    for number in range(rows):
        sheet.append(person(number))
    book.save(file)


def person(number: int) -> tuple[str, ...]:
    return (
        SURNAMES[number % 12] + GIVEN[number % 13] + GIVEN[number // 13 % 13],
        f"B{number:06d}",
        f"198{number:08d}",
        f"b{number:06d}@example.com" if number % 5 else "",
        DEPARTMENTS[number % 5],
        ("算法工程师", "验证工程师", "项目经理")[number % 3],
        ("研发", "研发类", "管理", "市场")[number % 4],
        ("工程师", "高级工程师", "")[number % 3],
        ("本科", "硕士研究生", "大专")[number % 3],
        (FIRST_DAY + datetime.timedelta(days=number % 4_000)).isoformat(),
        SKILLS[number % 5],
    )
