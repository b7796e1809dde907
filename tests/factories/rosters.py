"""Rosters as staff offices send them, with every untidiness they have, and the truth an import must find in them."""

import csv
import datetime
import io
from dataclasses import dataclass, field
from itertools import cycle, islice

from openpyxl import load_workbook

from tests.factories.sheets import saved, xls, xlsx

HEADERS = ["姓名", "工号", "手机号", "邮箱", "部门", "岗位", "人才类别", "职称", "学历", "入职日期", "技能"]
FIELDS = (
    "name",
    "staff_no",
    "phone",
    "email",
    "department",
    "post",
    "category",
    "title",
    "education",
    "joined_on",
    "skills",
)
WPS_HEADERS = [
    "序号",
    "员工姓名",
    "工 号",
    "联系电话",
    "身份证号",
    "电子邮箱",
    "所在部门",
    "职务",
    "人员类型",
    "职称等级",
    "最高学历",
    "入职时间",
    "专业技能",
]
RARE = "李喆㛃"
"""A name outside GBK, inside GB18030."""
FORMULA = '=HYPERLINK("http://example.com","点我")'
RESIDENT_ID = "330110199003074217"
UNKNOWN_SKILL = "量子养猪"

NAMES = ["单立新", "阿依古丽·买买提", "欧阳文博", "曾敏", "吕绿漪", "尉迟雪"]
SURNAMES, GIVEN = "沈韩杨朱秦许何吕施张", ["知远", "若溪", "子轩", "嘉豪", "雨桐", "思源", "一诺"]
DEPARTMENTS = ["算法平台部", "芯片验证部", "总经办", "市场部"]
POSTS = ["算法工程师", "验证工程师", "项目经理", "售前工程师"]
CATEGORIES = ["研发", "研发", "管理", "市场"]
TITLES = ["工程师", "高级工程师", "", "经济师"]
EDUCATIONS = ["大学本科", "硕士研究生", "博士研究生", "大学专科"]
SKILLS = ["Python、C++", "UVM", "项目管理", "商务谈判"]
JOINED_ON = datetime.date(2016, 2, 28)


@dataclass
class Truth:
    """What the import must say: `faults` as (row, column, kind), `valid` the staff whose rows are good."""

    header_row: int
    valid: list[dict] = field(default_factory=list)
    faults: list[tuple[int, str, str]] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def outcome(self, *, new: int | None = None, updated: int = 0, unchanged: int = 0) -> dict:
        """The whole JSON of a first import, or of one with these counts."""
        return {
            "header_row": self.header_row,
            "new": len(self.valid) if new is None else new,
            "updated": updated,
            "unchanged": unchanged,
            "faulty": len({row for row, _, _ in self.faults}),
            "faults": [{"row": row, "column": column, "kind": kind} for row, column, kind in self.faults],
            "left_out": self.left_out,
        }


def make_staff(count: int, *, phones: int = 17_700_000_000, first: int = 1) -> list[dict]:
    """Invented people, each with a staff number and a phone of their own, from `phones` on."""
    surnamed = (surname + given for given in cycle(GIVEN) for surname in SURNAMES)
    names = islice([*NAMES, *islice(surnamed, count)], count)
    return [
        {
            "name": name,
            "staff_no": f"E{first + number:05d}",
            "phone": str(phones + number),
            "email": f"e{first + number:05d}@example.com",
            "department": DEPARTMENTS[number % 4],
            "post": POSTS[number % 4],
            "category": CATEGORIES[number % 4],
            "title": TITLES[number % 4],
            "education": EDUCATIONS[number % 4],
            "joined_on": (JOINED_ON + datetime.timedelta(days=number)).isoformat(),
            "skills": SKILLS[number % 4],
        }
        for number, name in enumerate(names)
    ]


def plain_row(person: dict) -> list:
    return [person[name] for name in FIELDS]


def plain_rows(staff: list[dict]) -> list[list]:
    return [HEADERS, *map(plain_row, staff)]


def clean(staff: list[dict]) -> bytes:
    """One header row, plain cells."""
    return xlsx(plain_rows(staff), title="员工")


def clean_xls(staff: list[dict]) -> bytes:
    return xls(plain_rows(staff), title="员工")


def text(staff: list[dict], encoding: str, delimiter: str = ",") -> bytes:
    """The same as text; `utf-8-sig` and `utf-16` begin with their mark."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(plain_rows(staff))
    return out.getvalue().encode(encoding)


def full_width(digits: str) -> str:
    return digits.translate(str.maketrans("0123456789", "０１２３４５６７８９"))


def spelled(day: datetime.date, way: int) -> str | datetime.date:
    """The three spellings of staff offices, and a real date."""
    numbers = (day.year, day.month, day.day)
    return [".".join(map(str, numbers)), "{}年{}月{}日".format(*numbers), "{}/{}/{}".format(*numbers), day][way % 4]


def untidy_row(number: int, person: dict) -> list:
    """As WPS sends it: stray spaces, full-width digits, numbers for phones, a resident ID."""
    phone = [person["phone"], int(person["phone"]), full_width(person["phone"]), f"+86 {person['phone']}"][number % 4]
    return [
        number,
        f" {person['name']}　" if number % 3 == 0 else person["name"],
        person["staff_no"],
        phone,
        RESIDENT_ID[:-4] + f"{number:04d}",
        person["email"],
        person["department"],
        person["post"],
        person["category"] + ["", "类", "人才"][number % 3],
        person["title"],
        person["education"],
        spelled(datetime.date.fromisoformat(person["joined_on"]), number),
        person["skills"].replace("、", ["、", ",", "，", ";", "/"][number % 5]),
    ]


SPOILED = {
    5: (3, "1380013", "联系电话", "invalid_phone"),
    7: (1, "", "员工姓名", "required"),
    9: (3, "", "联系电话", "required"),
    11: (11, "2023年13月45日", "入职时间", "invalid_date"),
    13: (8, "其他", "人员类型", "unknown_choice"),
    15: (3, None, "联系电话", "duplicate_in_file"),
    17: (2, "E00001", "工 号", "duplicate_in_file"),
}
"""By person's number: the place of the cell, what is written there (None: the first person's phone), and the fault."""


def untidy(staff: list[dict]) -> tuple[bytes, Truth]:
    """A merged title, the header in row 3, an example, a hidden ID column, notes, blank rows, and one of each fault.

    Of at least 20 people.
    """
    rows: list[list] = [["某某科技有限公司员工花名册（2026年11月）"], [], WPS_HEADERS, example_row()]
    truth = Truth(3, left_out=["身份证号"])
    for number, person in enumerate(staff, 1):
        cells = untidy_row(number, person)
        if number == 10:
            rows.append([])
        if number in SPOILED:
            place, written, column, kind = SPOILED[number]
            cells[place] = staff[0]["phone"] if written is None else written
            truth.faults.append((len(rows) + 1, column, kind))
        else:
            truth.valid.append(person)
        rows.append(cells)
    rows += [[], ["说明：1. 带*为必填项；2. 请勿改动表头。"], [None, "制表人：某某", None, None, None, "2026年11月"]]
    return with_merged_title(xlsx(rows, title="花名册", hidden="E", 选项=None)), truth


def with_merged_title(content: bytes) -> bytes:
    book = load_workbook(io.BytesIO(content))
    book.active.merge_cells("A1:M1")
    return saved(book)


def example_row() -> list:
    return ["例", "示例：张三", "E00000", "13800000000", "", "zhangsan@example.com", "研发部", "工程师", "研发"]


def gb18030(staff: list[dict]) -> tuple[bytes, Truth]:
    """Text without a mark: commas inside quotes, a formula, a blank phone in row 4, a rare character in row 5."""
    staff = [dict(person) for person in staff]
    staff[0]["post"] = '架构师, "平台"'
    staff[1]["post"] = FORMULA
    staff[2]["phone"] = ""
    staff[3]["name"] = RARE
    truth = Truth(1, valid=[*staff[:2], *staff[3:]], faults=[(4, "手机号", "required")])
    return text(staff, "gb18030"), truth
