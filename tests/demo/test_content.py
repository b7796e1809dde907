"""The demo's files say what they should, before anything is loaded."""

import datetime
import json

import pytest

from competency.models import Skill
from competency.queries import match_skills
from demo.course_files import read_courses
from demo.lesson_text import length, to_html
from demo.logins import NOT_YET_CONFIRMED, logins
from demo.organizations import read_organizations
from demo.runs import read_runs, season_of
from demo.source import read_ecosystem
from demo.staff import read_staff
from ecosystem.uscc import is_valid_uscc
from words.phones import normalize_phone

TODAY = datetime.date(2026, 11, 25)
COURSES = read_courses()
LESSONS = [lesson for course in COURSES for lesson in course.lessons]
CHECKPOINTS = [lesson.checkpoint for lesson in LESSONS if lesson.checkpoint]


@pytest.mark.parametrize("course", COURSES, ids=lambda course: course.slug)
class TestCourse:
    def test_titles_fit_a_card(self, course):
        assert [title for title in titles(course) if len(title) > 14] == []

    def test_glyph_is_one_character_of_its_own(self, course):
        assert len(course.glyph) == 1
        assert [other.slug for other in COURSES if other.glyph == course.glyph] == [course.slug]

    def test_hours_are_the_minutes_of_its_lessons(self, course):
        assert course.study_hours * 45 == sum(lesson.minutes for lesson in course.lessons)

    def test_every_lesson_is_a_lesson_and_not_a_caption(self, course):
        assert [lesson.title for lesson in course.lessons if not 300 <= length(lesson.text) <= 700] == []

    def test_at_least_half_of_the_lessons_ask_something(self, course):
        asking = [lesson for lesson in course.lessons if lesson.checkpoint]
        assert 2 * len(asking) >= len(course.lessons)

    def test_english_is_beside_the_chinese(self, course):
        assert len(course.outcomes_en) == len(course.outcomes)
        assert all([course.title_en, course.summary_en, *(lesson.title_en for lesson in course.lessons)])

    def test_owners_are_organizations_of_the_demo(self, course):
        assert set(course.owners) - {organization.key for organization in read_organizations()} == set()


def titles(course):
    return [course.title, *(lesson.title for lesson in course.lessons)]


def test_the_three_chains_and_the_three_categories_are_all_taught():
    assert {course.chain for course in COURSES} == {"software_ai", "computing", "ic"}
    assert {course.category for course in COURSES} == {"rd", "management", "marketing"}
    assert {course.kind for course in COURSES} == {"course", "online", "workshop", "tour"}


@pytest.mark.parametrize("checkpoint", CHECKPOINTS, ids=lambda checkpoint: checkpoint.question[:12])
def test_a_checkpoint_has_one_right_answer_and_a_word_for_each(checkpoint):
    assert [option.is_right for option in checkpoint.options].count(True) == 1
    assert 3 <= len(checkpoint.options) <= 4
    assert all(option.feedback for option in checkpoint.options)


def test_the_right_answer_is_not_always_in_the_same_place():
    places = [[option.is_right for option in checkpoint.options].index(True) for checkpoint in CHECKPOINTS]
    assert max(places.count(place) for place in range(3)) <= len(places) / 2


def test_credit_codes_are_valid_and_each_used_once():
    codes = [organization.uscc for organization in read_organizations()]
    assert [code for code in codes if not is_valid_uscc(code)] == []
    assert len(set(codes)) == len(codes)


def test_no_invented_organization_bears_a_name_of_the_source():
    named = {chain["anchor"]["name"] for chain in read_ecosystem()["chains"] if chain["anchor"]}
    assert named == {"同盾科技", "遥望网络科技"}
    shown = json.dumps([vars(organization) for organization in read_organizations()], ensure_ascii=False)
    assert [name for name in named if name[:2] in shown] == []


def test_no_invented_organization_takes_a_place_that_the_source_gives():
    positions = [position for organization in read_organizations() for position in organization.positions]
    assert [position for position in positions if position["kind"] == "anchor"] == []


def test_seventy_people_with_phones_of_one_block():
    staff = read_staff()
    assert [normalize_phone(person.phone) for person in staff] == [f"+861990570{n:04d}" for n in range(1, 71)]
    assert len({person.name for person in staff}) == 70


def test_every_way_in_is_shown_once():
    assert [login.what for login in logins()][:4] == [
        "employee",
        "employee who has just been put on the roster",
        "HR",
        "HR of another firm",
    ]
    assert len({login.phone for login in logins()}) == 7
    assert {login.name for login in logins()} > NOT_YET_CONFIRMED


def test_runs_name_people_and_courses_that_exist():
    people = {person.name for person in read_staff()}
    courses = {course.slug: len(course.lessons) for course in COURSES}
    for run in read_runs(TODAY):
        assert {run.manager, *run.learners, *run.withdrawn} - people == set()
        assert [name for name, done in run.learners.items() if done > courses[run.course]] == []
        assert len(run.learners) <= sum(run.seats.values())


def test_run_names_are_of_one_course_once_on_any_day_of_the_year():
    for days in range(0, 366, 7):
        runs = read_runs(TODAY + datetime.timedelta(days=days))
        assert len({(run.course, run.name) for run in runs}) == len(runs)


def test_seasons_turn_with_the_farmers_calendar():
    days = [(2, 3), (2, 4), (5, 5), (8, 7), (11, 6), (11, 7), (1, 1)]
    assert [season_of(datetime.date(2026, *day)) for day in days] == ["冬", "春", "夏", "秋", "秋", "冬", "冬"]


def test_lesson_text_becomes_rich_text_and_nothing_else():
    source = "第一段 **粗** `a < b`\n\n## 标题\n\n- 一\n- 二"
    assert to_html(source) == (
        "<p>第一段 <b>粗</b> <code>a &lt; b</code></p><h2>标题</h2><ul><li>一</li><li>二</li></ul>"
    )


@pytest.mark.django_db
def test_skills_are_in_the_vocabulary():
    taught = {code for course in COURSES for code in course.skills}
    assert taught - set(Skill.objects.values_list("code", flat=True)) == set()
    claimed = [skill for person in read_staff() for skill in person.skills.split("、")]
    assert match_skills(claimed).unknown == []
