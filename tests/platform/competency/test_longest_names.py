import pytest
from hypothesis import given
from hypothesis import strategies as st

from competency.longest_names import LongestNames

NAMES = ["预算", "预算管理体系", "售前", "Python", "Python 开发", "BI", "C++", "Java", "Web前端", "Linux内核", "数据库"]
NAMES += ["关系数据库设计", "Spring Boot"]
LONGEST = LongestNames(NAMES)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("预算管理", ["预算"]),
        ("预算管理体系建设", ["预算管理体系"]),
        ("售前方案与预算", ["售前", "预算"]),
        ("熟悉 python 和 Java", ["Python", "Java"]),
        ("Ｐｙｔｈｏｎ 开发", ["Python 开发"]),
        ("Linux 内核裁剪", ["Linux内核"]),
        ("关系数据库设计", ["关系数据库设计"]),
        ("BI报表", ["BI"]),
        ("精通C++。", ["C++"]),
        ("web前端组件", ["Web前端"]),
        ("spring boot微服务", ["Spring Boot"]),
        ("JavaScript", []),
        ("bi报表", []),
        ("BI-LSTM", []),
        ("MBI", []),
        ("Python3", []),
        ("量子养猪", []),
        ("", []),
    ],
)
def test_the_longest_name_wins_and_latin_words_stand_whole(text, names):
    assert LONGEST.inside(text) == names


@given(st.lists(st.sampled_from(NAMES), max_size=4))
def test_names_side_by_side_are_all_found(names):
    assert LONGEST.inside("、".join(names)) == names
