"""The names that staff offices give their columns, and the columns that are never read."""

import re

from sheets import Cell
from words.digits import plain

HEADERS = {
    "name": "姓名 员工姓名 职工姓名 人员姓名 中文姓名 姓名中文 名字 学员姓名 真实姓名 员工 name fullname employeename",
    "staff_no": (
        "工号 员工工号 员工编号 员工号 职工号 职工编号 职工工号 人员编号 人员工号 员工id 员工代码 "
        "员工编码 人员编码 职工编码 staffno staffnumber employeeno employeenumber employeeid staffid"
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
        "部门 部门名称 所在部门 所属部门 任职部门 归属部门 工作部门 现部门 科室 所在科室 部门/科室 "
        "department dept departmentname"
    ),
    "post": (
        "岗位 岗位名称 现岗位 现任岗位 工作岗位 任职岗位 所在岗位 职位 职位名称 职务 职务名称 现任职务 岗位/职务 "
        "position post jobtitle title"
    ),
    "category": (
        "人才类别 人才类型 人才分类 人员类别 人员类型 人员分类 岗位类别 岗位类型 岗位序列 职位类别 职位序列 人员序列 "
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
        "技能 专业技能 技能标签 技能特长 掌握技能 技术技能 核心技能 擅长技能 擅长领域 专业特长 专长 擅长技术 技术栈 "
        "技术专长 skills skill keyskills"
    ),
    "line_manager": (
        "直属上级 直接上级 直属上级工号 直接上级工号 上级工号 上级 上级姓名 直属上级姓名 直接上级姓名 上级主管 "
        "直接主管 直属主管 直属领导 直接领导 汇报对象 直接汇报对象 汇报人 直接汇报人 汇报上级 直线经理 主管工号 "
        "主管姓名 主管 manager linemanager reportsto reportto supervisor managerid"
    ),
}
"""Field to the headers that mean it, without spaces, signs and remarks; the one that stands earlier is the surer."""

LEVELS = {
    f"{number}级{noun}": level
    for level, numbers in enumerate(("一1", "二2", "三3", "四4", "五5"))
    for number in numbers
    for noun in ("部门", "部门名称", "组织", "机构")
}
"""A department told level by level, one column each; the place of each level from the top."""

NEVER_STORED = re.compile(
    r"身份证|证件号|证件号码|公民身份|身份号码|居民证|护照|港澳通行证|社保号|社会保障号|银行卡|银行账号|工资卡"
    r"|政治面貌|民族|宗教|婚姻|婚否|健康|病史|出生|生日|年龄|性别|籍贯|户籍|户口|家庭住址|家庭地址|现住址|住址"
    r"|idcard|idnumber|idno\b|nationalid|residentid|passport|birth|bankaccount|ethnic|religio|marital"
)
"""Columns that no purpose of ours needs (Personal Information Protection Law, article 6). They are never read."""

LONGEST_HEADER = 60
REMARK = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|[:：].*$", re.DOTALL)
SIGNS = re.compile(r"[\s*※★#.。、,_\-]+")
BROKEN = re.compile(r"(?<=[\u4e00-\u9fff])\s*[\r\n]+\s*(?=[\u4e00-\u9fff])")
MEANINGS = {header: (field, rank) for field, words in HEADERS.items() for rank, header in enumerate(words.split())}


def as_header(cell: Cell) -> str:
    """What a header says, without required marks, remarks in brackets, line ends and spaces; in lower case.

    Of several lines the first alone counts where it is a name we know and all of them together are none.
    """
    if not isinstance(cell, str) or not cell or len(cell) > LONGEST_HEADER:
        return ""
    whole = bare(cell)
    if whole in MEANINGS or "\n" not in cell.strip():
        return whole
    first = bare(cell.strip().split("\n", 1)[0])
    return first if first in MEANINGS and not NEVER_STORED.search(whole) else whole


def bare(text: str) -> str:
    return SIGNS.sub("", REMARK.sub("", plain(text))).lower()


def written(cell: Cell) -> str:
    """A header as it is told to people: on one line, without outer space; characters broken apart stand together."""
    return " ".join(BROKEN.sub("", str(cell)).split())
