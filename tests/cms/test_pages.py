"""The home, a course and a lesson as a visitor and as a person see them, in both languages."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.hooks import register_temporarily

from cms.actions import plant_academy
from tests.factories.cms import checkpoint, make_course, make_image, make_lesson, make_skill
from tests.factories.ecosystem import make_chain, make_organization, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def course():
    firms = [make_organization(f"示例{name}", short_name=name) for name in ("钱湾智控", "苕溪算力")]
    return make_course(
        "大模型推理部署实战",
        title_en="Serving large models",
        summary="把模型放上国产卡",
        outcomes="说清吞吐\n会回滚",
        owners=firms,
        skills=[make_skill()],
        study_hours="32",
        lessons=2,
    )


def words(response) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def seen(client, path: str, language: str = "zh-hans", status: int = 200):
    client.cookies["language"] = language
    response = client.get(path)
    assert response.status_code == status
    return response


def test_the_home_shows_courses_to_a_visitor_in_both_languages(client, course):
    chinese, english = words(seen(client, "/")), words(seen(client, "/", "en"))
    for word in ("红领学堂", "大模型推理部署实战", "钱湾智控等 2 家", "32 学时", "登录后学习"):
        assert word in chinese
    for word in ("Red Leader Academy", "Serving large models", "32 study hours", "Sign in to learn"):
        assert word in english


def test_a_person_sees_the_panel_of_other_rooms_above_the_courses(client, course):
    client.force_login(make_person())
    with register_temporarily("academy_home", lambda request: "<p>接着学</p>"):
        assert "接着学" in words(seen(client, "/"))
    client.logout()
    with register_temporarily("academy_home", lambda request: "<p>接着学</p>"):
        assert "接着学" not in words(seen(client, "/"))


def test_the_home_narrows_to_a_chain_and_says_when_there_is_none(client, course):
    make_course("液冷机房", chain=make_chain("compute", name="智能计算", slot="b", position=1), lessons=0)
    make_chain("chips", name="集成电路", slot="c", position=2)
    shown = words(seen(client, "/?chain=compute"))
    assert ("液冷机房" in shown, "大模型推理部署实战" in shown) == (True, False)
    assert "这里还没有课" in words(seen(client, "/?chain=chips"))


def test_the_card_wears_the_facts_it_is_given(client, course):
    told = {"when": "12月1日 开班", "tag": ("ok", "已报名"), "note": "8 天后开班"}
    with register_temporarily("course_facts", lambda pages, viewer: {page.pk: told for page in pages}):
        shown = words(seen(client, "/"))
    assert "12月1日 开班 · 32 学时" in shown
    assert "已报名 8 天后开班" in shown


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_course_page_says_who_teaches_what(client, course, language):
    shown = words(seen(client, course.url, language))
    expected = {
        "zh-hans": [
            "大模型推理部署实战",
            "钱湾智控 · 苕溪算力",
            "2 家共办",
            "学完你能",
            "会回滚",
            "检索增强生成",
            "第1课",
            "2 节课",
        ],
        "en": ["Serving large models", "What you will be able to do", "RAG", "2 lessons"],
    }
    assert [word for word in expected[language] if word not in shown] == []


def test_the_course_page_has_the_panel_and_the_steps_of_other_rooms(client, course):
    first = course.get_children().first()
    facts = {course.pk: {"steps": {first.pk: {"state": "ok", "note": "昨天学完"}}}}
    with register_temporarily(
        [
            ("course_panel", lambda page, request: f"<p>报名 {page.pk}</p>"),
            ("course_facts", lambda pages, viewer: facts),
        ]
    ):
        response = seen(client, course.url)
    assert f"报名 {course.pk}" in words(response)
    assert "昨天学完" in words(response)
    assert 'class="lesson ok"' in response.content.decode()


def test_a_lesson_is_locked_for_those_without_a_place(client, course):
    lesson = make_lesson(course, "量化", body=[("text", "<p>只给学员看</p>")])
    shown = words(seen(client, lesson.url, status=403))
    assert ("只给学员看" in shown, "大模型推理部署实战" in shown) == (False, True)


def test_a_lesson_opens_for_who_may_read_it(client, course):
    lesson = make_lesson(course, "量化", body=[("text", "<p>只给学员看</p>"), checkpoint()])
    learner = make_person()
    client.force_login(learner)
    with register_temporarily("may_read", lambda page, user: user == learner):
        assert "只给学员看" in words(seen(client, lesson.url))


def test_a_reader_in_a_run_is_sent_to_the_run(client, course):
    lesson = course.get_children().first()
    with register_temporarily("lesson_entry", lambda page, request: f"/learn/{page.pk}/"):
        response = seen(client, lesson.url, status=302)
    assert response.url == f"/learn/{lesson.pk}/"


def test_the_home_costs_the_same_for_two_and_for_ten_courses(client, course):
    make_course(lessons=0, cover_image=make_image())

    def cost() -> int:
        seen(client, "/")  # the roots of the site are remembered from here on
        with CaptureQueriesContext(connection) as queries:
            seen(client, "/")
        return len(queries)

    two = cost()
    for number in range(8):
        make_course(lessons=0, skills=[make_skill(f"技能{number}")])
    assert cost() == two


def test_search_engines_are_told_of_live_courses(client, course):
    make_course("草稿", publish=False, lessons=0)
    response = seen(client, "/sitemap.xml")
    assert re.findall(r"<loc>([^<]+)</loc>", response.content.decode()) == [f"http://testserver{course.url}"]


def test_the_academy_is_the_sites_root(client):
    assert plant_academy().url == "/"
