import pytest

from competency.models import Skill
from competency.vocabulary import Vocabulary

NAMES = {
    "Python 开发": ["Python development", "Python", "派森"],
    "C++ 开发": ["C++ development", "C++", "C/C++", "Qt"],
    "Java 开发": ["Java", "Spring Boot"],
    "检索增强生成": ["RAG", "知识库问答"],
    "持续集成与交付": ["CI/CD", "DevOps"],
    "操作系统与内核开发": ["Linux内核"],
}
SKILLS = {name: Skill(pk=number, code=f"T{number}", name=name) for number, name in enumerate(NAMES, 1)}


@pytest.fixture(scope="module")
def vocabulary():
    return Vocabulary((SKILLS[name], [name, *others]) for name, others in NAMES.items())


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Python", "Python 开发"),
        ("ＰＹＴＨＯＮ", "Python 开发"),
        ("python开发", "Python 开发"),
        ("派 森", "Python 开发"),
        ("python Development", "Python 开发"),
        ("JAVA", "Java 开发"),
        ("springboot", "Java 开发"),
        ("Linux 内核", "操作系统与内核开发"),
        ("RAG", "检索增强生成"),
        ("ＲＡＧ", "检索增强生成"),
        ("C++", "C++ 开发"),
        ("c/c++", "C++ 开发"),
        ("Qt", "C++ 开发"),
    ],
)
def test_case_width_and_spaces_do_not_count(vocabulary, typed, name):
    assert vocabulary.find(typed) == SKILLS[name]


@pytest.mark.parametrize("typed", ["rag", "Rag", "QT", "c++", "RAG应用", "Pythonic", "Python3", "", "C"])
def test_short_names_keep_their_case_and_no_name_is_sought_inside_a_word(vocabulary, typed):
    assert vocabulary.find(typed) is None


def test_each_skill_and_each_unknown_word_is_told_once(vocabulary):
    match = vocabulary.match([" Python ", "量子养猪", "", "派森", "RAG", "量子 养猪", "rag"])
    assert match.skills == [SKILLS["Python 开发"], SKILLS["检索增强生成"]]
    assert match.unknown == ["量子养猪", "rag"]


CELLS = {
    "Python、RAG,DevOps，Qt;Java；派森|CI/CD\nC++": "Python RAG DevOps Qt Java 派森 CI/CD C++",
    "Python/C/C++/CI/CD": "Python C/C++ CI/CD",
    "Python／RAG": "Python RAG",
    "Python Java RAG": "Python Java RAG",
    "Python Spring Boot": "Python Spring\u3000Boot",
    "C/C++ Java": "C/C++ Java",
    "Python / 量子养猪": "Python 量子养猪",
    "量子 养猪": "量子\u3000养猪",
    "Python 熟练": "Python\u3000熟练",
    " 、 ": "",
}


@pytest.mark.parametrize(("cell", "words"), CELLS.items())
def test_a_cell_is_split_where_no_name_is_hurt(vocabulary, cell, words):
    assert vocabulary.split(cell) == [word.replace("\u3000", " ") for word in words.split(" ") if word]


def test_a_cell_is_matched_word_by_word(vocabulary):
    match = vocabulary.match_cell("C/C++ Java；量子养猪")
    assert match == ([SKILLS["C++ 开发"], SKILLS["Java 开发"]], ["量子养猪"])


def test_the_first_of_two_skills_keeps_a_name():
    first, second = Skill(pk=1, name="甲"), Skill(pk=2, name="乙")
    assert Vocabulary([(first, ["甲", "同"]), (second, ["乙", "同"])]).find("同") is first
