import pytest
from django.utils import translation

from competency.enums import Category, Education, Level
from competency.models import Skill
from competency.queries import load_vocabulary, match_skills

pytestmark = pytest.mark.django_db


def test_words_of_a_roster_are_skills_or_unknown():
    skills, unknown = match_skills(["大模型", "python", "rag", "RAG", "量子养猪", "Go语言"])
    assert [skill.code for skill in skills] == ["RD-SW-024", "RD-SW-001", "RD-SW-026", "RD-SW-004"]
    assert unknown == ["rag", "量子养猪"]


def test_the_vocabulary_costs_one_query_for_any_number_of_rows(django_assert_num_queries):
    with django_assert_num_queries(1):
        vocabulary = load_vocabulary()
        for _ in range(100):
            vocabulary.match_cell("Python、C++、量子养猪")


def test_a_skill_without_aliases_is_found_by_its_names():
    skill = Skill.objects.create(code="T1", name="液冷运维", name_en="Liquid cooling care", category="rd")
    assert match_skills(["液冷运维", "liquid cooling care"]) == ([skill], [])


def test_labels_are_said_in_chinese():
    with translation.override("zh-hans"):
        assert [str(category.label) for category in Category] == ["研发", "管理", "市场"]
        assert [str(level.label) for level in Level] == ["了解", "入门", "熟练", "精通", "专家"]
        assert [str(education.label) for education in Education] == [
            "博士研究生",
            "硕士研究生",
            "大学本科",
            "大学专科",
            "中等职业教育",
            "高中及以下",
        ]
