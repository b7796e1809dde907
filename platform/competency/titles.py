"""Professional titles (职称): five grades in each series, under the names the state gives them."""

from dataclasses import dataclass

from competency.enums import TitleGrade, TitleSeries


@dataclass(frozen=True)
class JobTitle:
    """`name` is the title as it is written in full; `series` is None when a firm says only the grade."""

    name: str
    grade: TitleGrade
    series: TitleSeries | None = None


NAMES: dict[TitleSeries, tuple[str, str, str, str, str]] = {
    TitleSeries.ENGINEERING: ("技术员", "助理工程师", "工程师", "高级工程师", "正高级工程师"),
    TitleSeries.ECONOMICS: ("经济员", "助理经济师", "经济师", "高级经济师", "正高级经济师"),
    TitleSeries.ACCOUNTING: ("会计员", "助理会计师", "会计师", "高级会计师", "正高级会计师"),
    TitleSeries.AUDITING: ("审计员", "助理审计师", "审计师", "高级审计师", "正高级审计师"),
    TitleSeries.STATISTICS: ("统计员", "助理统计师", "统计师", "高级统计师", "正高级统计师"),
    TitleSeries.RESEARCH: ("", "研究实习员", "助理研究员", "副研究员", "研究员"),
    TitleSeries.TEACHING: ("", "助教", "讲师", "副教授", "教授"),
    TitleSeries.EXPERIMENT: ("实验员", "助理实验师", "实验师", "高级实验师", "正高级实验师"),
    TitleSeries.PUBLISHING: ("", "助理编辑", "编辑", "副编审", "编审"),
    TitleSeries.TRANSLATION: ("", "三级翻译", "二级翻译", "一级翻译", "译审"),
    TitleSeries.CRAFT: ("工艺美术员", "助理工艺美术师", "工艺美术师", "高级工艺美术师", "正高级工艺美术师"),
    TitleSeries.IDEOLOGY: ("政工员", "助理政工师", "政工师", "高级政工师", "正高级政工师"),
}

OTHER_PREFIXES = {
    TitleGrade.ASSISTANT: ("初级",),
    TitleGrade.INTERMEDIATE: ("中级",),
    TitleGrade.ASSOCIATE_SENIOR: ("副高级", "副高"),
    TitleGrade.SENIOR: ("正高", "教授级高级", "研究员级高级", "教授级"),
}
"""Words that stand before 工程师, 经济师 and the like where the state writes 助理, nothing, 高级 and 正高级."""

SHORT_NAMES = {
    "助工": "助理工程师",
    "高工": "高级工程师",
    "副高工": "高级工程师",
    "正高工": "正高级工程师",
    "教高": "正高级工程师",
    "教授级高工": "正高级工程师",
    "研究员级高工": "正高级工程师",
}

GRADES_ALONE = {
    TitleGrade.ELEMENTARY: ("员级",),
    TitleGrade.ASSISTANT: ("助理级", "初级"),
    TitleGrade.INTERMEDIATE: ("中级",),
    TitleGrade.ASSOCIATE_SENIOR: ("副高级", "副高", "高级"),
    TitleGrade.SENIOR: ("正高级", "正高"),
}
"""高级 alone means the lower of the two senior grades: who has the higher one says so."""


def titles_by_word() -> dict[str, JobTitle]:
    """Every word that means a title."""
    found: dict[str, JobTitle] = {}
    for series, names in NAMES.items():
        for grade, name in zip(TitleGrade, names, strict=True):
            found |= {word: JobTitle(name, grade, series) for word in other_words(grade, name, names[2]) if word}
    found |= {word: found[name] for word, name in SHORT_NAMES.items()}
    for grade, words in GRADES_ALONE.items():
        found |= {word: JobTitle(words[0], grade) for word in words}
    return found


def other_words(grade: TitleGrade, name: str, plain: str) -> set[str]:
    """The title's name and, in series that prefix one word, the same with other prefixes."""
    prefixes = OTHER_PREFIXES.get(grade, ()) if plain.endswith("师") and plain != "讲师" else ()
    return {name, *(prefix + plain for prefix in prefixes)}
