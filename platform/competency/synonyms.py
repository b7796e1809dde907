"""The words firms write for a category, an education, a title."""

import re
from typing import TypeVar

from competency.enums import Category, Education
from competency.spelling import fold
from competency.titles import JobTitle, titles_by_word

CATEGORIES = {
    Category.RD: "研发 技术 研究 科研 研究开发 技术研发 研发技术 产品研发 工程技术 开发 r&d rd 研发r&d",
    Category.MANAGEMENT: (
        "管理 经营管理 企业管理 运营管理 项目管理 综合管理 高管 中高层管理 中层管理 高层管理 management"
    ),
    Category.MARKETING: "市场 营销 销售 市场营销 市场销售 营销销售 商务 市场拓展 品牌营销 marketing sales",
}
CATEGORY_ENDINGS = re.compile(r"(类别|类型|类|岗位|岗|人才|人员|序列|系列|体系|条线|方向|线|族|层|型)$")

EDUCATIONS = {
    Education.DOCTOR: "博士 博士研究生 博士生 博士后 博研 研究生博士 doctor doctorate phd ph.d",
    Education.MASTER: "硕士 硕士研究生 硕士生 硕研 研究生 研究生硕士 工程硕士 专业硕士 mba emba master master's",
    Education.BACHELOR: (
        "本科 大学本科 学士 大学 大本 本科生 双学士 双学位 职业本科 高职本科 专升本 bachelor bachelor's"
    ),
    Education.COLLEGE: "大专 专科 大学专科 高职 高专 高职高专 大专生 专科生 高等职业 college",
    Education.SECONDARY: (
        "中专 中职 中技 技校 职高 职业高中 技工学校 中等专科 中等职业 中等职业学校 中等专业学校 secondary"
    ),
    Education.SCHOOL: "高中 普高 普通高中 普通高级中学 初中 普通初中 小学 高中及以下 高中以下 初中及以下 school",
}
WAYS_OF_STUDY = "非全日制|全日制|统招|在职|成人|自考|函授|业余|网络教育|电大|夜大"
EDUCATION_BEGINNINGS = re.compile(rf"^({WAYS_OF_STUDY}|普通|第一学历)(?=.)")
EDUCATION_ENDINGS = re.compile(rf"({WAYS_OF_STUDY}|学历|学位|毕业|教育|degree)$")

TITLE_ENDINGS = re.compile(r"(专业技术职称|技术职称|职称|资格)$")
IN_BRACKETS = re.compile(r"[(\[【]([^()\[\]【】]*)[)\]】]")
BRACKETS = re.compile(r"[()\[\]【】]")

Meaning = TypeVar("Meaning")


def parse_category(text: str) -> Category:
    """`研发类`, `技术`, `R&D` → Category.RD. Raises ValueError for words that do not say which of the three."""
    word = IN_BRACKETS.sub("", plain(text))
    while word not in CATEGORY_OF and CATEGORY_ENDINGS.search(word):
        word = CATEGORY_ENDINGS.sub("", word)
    return look_up(CATEGORY_OF, word)


def parse_education(text: str) -> Education:
    """`学士`, `本科`, `全日制本科` → Education.BACHELOR. Raises ValueError, also for 肄业 and 在读: no graduation."""
    word = BRACKETS.sub("", plain(text))
    while word not in EDUCATION_OF and EDUCATION_BEGINNINGS.search(word):
        word = EDUCATION_BEGINNINGS.sub("", word)
    while word not in EDUCATION_OF and EDUCATION_ENDINGS.search(word):
        word = EDUCATION_ENDINGS.sub("", word)
    return look_up(EDUCATION_OF, word)


def parse_title(text: str) -> JobTitle:
    """`高工`, `副高级工程师` → the title named 高级工程师. Raises ValueError, also for a second grade in brackets."""
    word = plain(text)
    title = look_up(TITLE_OF, without_ending(IN_BRACKETS.sub("", word)))
    for remark in IN_BRACKETS.findall(word):
        said = TITLE_OF.get(without_ending(remark))
        if said and said.grade != title.grade:
            raise ValueError("two grades at once")
    return title


def without_ending(word: str) -> str:
    return word if word in TITLE_OF else TITLE_ENDINGS.sub("", word)


def plain(text: str) -> str:
    return fold(text).strip("。.,、;:*")


def look_up(meanings: dict[str, Meaning], word: str) -> Meaning:
    if word not in meanings:
        raise ValueError("a word of no known meaning")
    return meanings[word]


def by_word(words_of: dict[Meaning, str]) -> dict[str, Meaning]:
    return {fold(word): meaning for meaning, words in words_of.items() for word in words.split()}


CATEGORY_OF = by_word(CATEGORIES)
EDUCATION_OF = by_word(EDUCATIONS)
TITLE_OF = {fold(word): title for word, title in titles_by_word().items()}
