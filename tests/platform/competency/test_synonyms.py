import pytest
from hypothesis import given
from hypothesis import strategies as st

from competency.enums import Category, Education, TitleGrade, TitleSeries
from competency.synonyms import parse_category, parse_education, parse_title
from competency.titles import NAMES, JobTitle

CATEGORIES = {
    Category.RD: "研发 研发类 技术 R&D 研发人才 Ｒ＆Ｄ 技术类人才 研发岗 研发人员 研发（技术） 研发(R&D) 科研 技术序列",
    Category.MANAGEMENT: "管理 管理类 管理层 管理人才 管理岗位 经营管理 高管 中高层管理人员 Management",
    Category.MARKETING: "市场 营销 市场类 销售 市场人才 市场营销 销售人员 营销类 Marketing",
}


@pytest.mark.parametrize(("category", "words"), CATEGORIES.items())
def test_categories_go_by_many_words(category, words):
    assert {word: parse_category(word) for word in words.split()} == dict.fromkeys(words.split(), category)


@pytest.mark.parametrize("word", ["其他", "", "类", "人才", "职能", "研发、市场", "研发管理", "rdx"])
def test_what_names_no_category_is_refused(word):
    with pytest.raises(ValueError, match="no known meaning"):
        parse_category(word)


EDUCATIONS = {
    Education.DOCTOR: "博士 博士研究生 博士学位 博士毕业 研究生（博士） PhD Ph.D.",
    Education.MASTER: "硕士 硕士研究生 研究生 研究生学历 在职研究生 硕士(非全日制) MBA",
    Education.BACHELOR: "本科 大学本科 学士 本科学历 全日制本科 本科（全日制） 学士学位 大学 本科毕业 专升本 Bachelor",
    Education.COLLEGE: "大专 专科 大学专科 高职 大专学历 成人大专 高职高专 高等职业教育",
    Education.SECONDARY: "中专 中职 技校 职高 中等职业教育 中等职业学校 技工学校",
    Education.SCHOOL: "高中 普通高中 初中 小学 高中及以下 高中毕业",
}


@pytest.mark.parametrize(("education", "words"), EDUCATIONS.items())
def test_educations_go_by_many_words(education, words):
    assert {word: parse_education(word) for word in words.split()} == dict.fromkeys(words.split(), education)


@pytest.mark.parametrize(
    "word", ["其他", "", "本科肄业", "本科在读", "本科（在读）", "硕士结业", "全日制", "本科及以上"]
)
def test_what_is_no_graduation_is_refused(word):
    with pytest.raises(ValueError, match="no known meaning"):
        parse_education(word)


def test_layers_of_education_have_the_codes_of_the_standard():
    assert [education.gb_code for education in Education] == ["11", "14", "21", "31", "41", "61"]


TITLES = {
    "技术员": "技术员",
    "助理工程师": "助理工程师 助工 初级工程师",
    "工程师": "工程师 中级工程师 工程师（中级） 工\u3000程师 工程师职称 工程师(电子信息)",
    "高级工程师": "高级工程师 高工 副高级工程师 高级工程师（副高级）",
    "正高级工程师": "正高级工程师 正高工 教授级高工 教授级高级工程师 研究员级高级工程师",
    "经济师": "经济师 中级经济师",
    "高级经济师": "高级经济师",
    "助理会计师": "助理会计师 初级会计师",
    "研究员": "研究员",
    "副教授": "副教授",
    "中级": "中级 中级职称",
    "副高级": "副高 副高级职称 高级",
}


@pytest.mark.parametrize(("name", "words"), TITLES.items())
def test_titles_go_by_many_words(name, words):
    heard = words.split(" ")
    assert {word: parse_title(word).name for word in heard} == dict.fromkeys(heard, name)


@pytest.mark.parametrize("word", ["", "无", "其他", "高级技师", "算法工程师", "高级讲师", "初级研究员"])
def test_what_is_no_title_is_refused(word):
    with pytest.raises(ValueError):
        parse_title(word)


@pytest.mark.parametrize("word", ["工程师（助理级）", "高级工程师（正高级）", "工程师（高工）"])
def test_a_title_of_two_grades_is_refused(word):
    with pytest.raises(ValueError, match="two grades"):
        parse_title(word)


def test_a_title_has_a_grade_and_a_series():
    assert parse_title("正高级经济师") == JobTitle("正高级经济师", TitleGrade.SENIOR, TitleSeries.ECONOMICS)
    assert parse_title("中级") == JobTitle("中级", TitleGrade.INTERMEDIATE)


def test_every_title_of_the_state_means_itself():
    names = [name for names in NAMES.values() for name in names if name]
    assert [name for name in names if parse_title(name).name != name] == []
    assert (set(NAMES), len(names), len(set(names))) == (set(TitleSeries), 56, 56)


@given(st.text(max_size=20), st.sampled_from([parse_category, parse_education, parse_title]))
def test_any_text_is_understood_or_refused_by_value_error(text, parse):
    try:
        parse(text)
    except ValueError:
        pass
