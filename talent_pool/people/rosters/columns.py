"""Which column holds what: the header row found among the first rows, by the names staff offices give columns."""

import re
from dataclasses import dataclass

from sheets import Cell
from words.digits import plain

HEADERS = {
    "name": "姓名 员工姓名 职工姓名 人员姓名 中文姓名 姓名中文 名字 学员姓名 真实姓名 员工 name fullname employeename",
    "staff_no": (
        "工号 员工工号 员工编号 员工号 职工号 职工编号 职工工号 人员编号 人员工号 员工id 员工代码 "
        "staffno staffnumber employeeno employeenumber employeeid staffid"
    ),
    "phone": (
        "手机号 手机号码 手机 移动电话 移动手机 移动电话号码 本人手机 本人手机号 员工手机号 联系手机 联系手机号 "
        "联系电话 电话号码 联系方式 电话 "
        "mobile mobilephone mobileno cellphone cell phone phonenumber phoneno tel telephone"
    ),
    "email": (
        "工作邮箱 企业邮箱 公司邮箱 办公邮箱 邮箱 邮箱地址 电子邮箱 电子邮件 电子邮件地址 邮件 个人邮箱 "
        "email emailaddress workemail mail"
    ),
    "department": (
        "部门 部门名称 所在部门 所属部门 任职部门 工作部门 现部门 科室 所在科室 部门/科室 "
        "department dept departmentname"
    ),
    "post": (
        "岗位 岗位名称 现岗位 工作岗位 任职岗位 所在岗位 职位 职位名称 职务 职务名称 现任职务 岗位/职务 "
        "position post jobtitle title"
    ),
    "category": (
        "人才类别 人才类型 人才分类 人员类别 人员类型 人员分类 岗位类别 岗位类型 岗位序列 职位类别 职位序列 "
        "category talentcategory"
    ),
    "title": (
        "职称 职称等级 职称名称 职称级别 专业技术职称 专业技术职务 技术职称 职称/职业资格 职业技能等级 技能等级 "
        "professionaltitle"
    ),
    "education": (
        "最高学历 学历 学历层次 文化程度 教育程度 受教育程度 最高学历/学位 学历/学位 education degree highesteducation"
    ),
    "joined_on": (
        "入职日期 入职时间 入职年月 入司日期 入司时间 到岗日期 到岗时间 到职日期 到职时间 报到日期 进公司日期 进厂日期 "
        "joindate joinedon datejoined hiredate datehired startdate entrydate"
    ),
    "skills": (
        "技能 专业技能 技能标签 技能特长 掌握技能 技术技能 核心技能 擅长技能 擅长领域 专业特长 专长 技术栈 技术专长 "
        "skills skill keyskills"
    ),
}
"""Field to the headers that mean it, without spaces, signs and remarks; the one that stands earlier is the surer."""

NEVER_STORED = re.compile(
    r"身份证|证件号|证件号码|公民身份|身份号码|居民证|护照|港澳通行证|社保号|社会保障号|银行卡|银行账号|工资卡"
    r"|政治面貌|民族|宗教|婚姻|婚否|健康|病史|出生|生日|年龄|性别|籍贯|户籍|户口|家庭住址|家庭地址|现住址|住址"
    r"|idcard|idnumber|idno\b|nationalid|residentid|passport|birth|bankaccount|ethnic|religio|marital"
)
"""Columns that no purpose of ours needs (Personal Information Protection Law, article 6). They are never read."""

ROWS_LOOKED_AT = 30
REMARK = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|[:：].*$")
SIGNS = re.compile(r"[\s*※★#.。、,_\-]+")
MEANINGS = {header: (field, rank) for field, words in HEADERS.items() for rank, header in enumerate(words.split())}


@dataclass(frozen=True)
class Columns:
    """`places` and `headers` by field: place in the cells from 0, header as the sheet has it.

    `left_out` are the headers of columns that are never read, in the sheet's order.
    """

    header_row: int
    places: dict[str, int]
    headers: dict[str, str]
    left_out: tuple[str, ...]


def find_columns(row: int, cells: list[Cell]) -> Columns | None:
    """The columns, when these cells are a header: names and phones, at least; None otherwise."""
    chosen: dict[str, tuple[int, int]] = {}
    left_out = []
    for place, cell in enumerate(cells):
        header = as_header(cell)
        if not header:
            continue
        if NEVER_STORED.search(header):
            left_out.append(written(cell))
        elif meaning := MEANINGS.get(header):
            field, rank = meaning
            if field not in chosen or rank < chosen[field][0]:
                chosen[field] = (rank, place)
    if not {"name", "phone"} <= chosen.keys():
        return None
    places = {field: place for field, (_, place) in chosen.items()}
    headers = {field: written(cells[place]) for field, place in places.items()}
    return Columns(row, places, headers, tuple(dict.fromkeys(left_out)))


def as_header(cell: Cell) -> str:
    """What a header says, without required marks, remarks in brackets, line ends and spaces; in lower case."""
    if not isinstance(cell, str) or len(cell) > 60:
        return ""
    first_line = cell.strip().split("\n", 1)[0] if "\n" in cell.strip() else cell
    return SIGNS.sub("", REMARK.sub("", plain(first_line))).lower()


def written(cell: Cell) -> str:
    """A header as it is told to people: on one line, without outer space."""
    return " ".join(str(cell).split())
