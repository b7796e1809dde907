"""What a card says of a course's runs."""

import pytest

from courses.learning.facts import facts_of
from tests.factories.cms import make_course
from tests.factories.ecosystem import make_employment, make_organization
from tests.factories.learning import (
    DAY,
    NOW,
    TODAY,
    complete_course,
    finish_items,
    make_enrollment,
    make_run,
)

pytestmark = pytest.mark.django_db


def facts(course, viewer=None, organization=None):
    organization_id = organization.pk if organization else None
    return facts_of([course], viewer=viewer, organization_id=organization_id, at=NOW)[course.pk]


def test_no_run():
    assert facts(make_course()) == {"note": "No run open now"}


def test_the_next_run_one_can_enroll_in():
    course = make_course()
    make_run(course, seats=3, starts_on=TODAY + 7 * DAY)
    make_run(course, starts_on=TODAY + 20 * DAY)
    assert facts(course) == {"when": "Begins 1 Dec", "seats_left": 3, "seats": 3}


def test_a_run_at_any_time():
    course = make_course()
    make_run(course, ends_on=None, seats=3)
    assert facts(course) == {"when": "At any time", "seats_left": 3, "seats": 3}


def test_a_run_that_has_begun():
    course = make_course()
    make_run(course, seats=3)
    assert facts(course) == {"when": "Running since 14 Nov", "seats_left": 3, "seats": 3}


def test_seats_are_those_the_viewers_firm_can_have():
    firm, course = make_organization(), make_course()
    make_run(course, seats=3, allocations={firm: 2, make_organization(): 5})
    assert [facts(course)["seats"], facts(course, organization=firm)["seats"]] == [10, 5]


def test_full():
    course = make_course()
    make_enrollment(make_run(course, seats=1))
    assert facts(course) == {"when": "Running since 14 Nov", "tag": ("warn", "Full")}


def test_a_window_that_opens_later():
    course = make_course()
    run_days = {"starts_on": TODAY + 20 * DAY, "enroll_opens_at": NOW + 3 * DAY, "enroll_closes_at": NOW + 9 * DAY}
    make_run(course, **run_days)
    assert facts(course) == {"when": "Begins 14 Dec", "note": "Enrollment opens 27 Nov"}


def test_ones_own_run_with_every_step():
    enrollment = make_enrollment(make_run(name="秋季 1 期"))
    finish_items(enrollment, 1)
    first, second = enrollment.run.items.all()
    assert facts(enrollment.run.course, enrollment.learner) == {
        "when": "You are in 秋季 1 期",
        "done": 1,
        "total": 2,
        "now": 2,
        "steps": {first.page_id: {"state": "ok", "note": ""}, second.page_id: {"state": "here", "note": ""}},
    }


def test_ones_own_run_before_its_first_day():
    enrollment = make_enrollment(make_run(name="冬季 1 期", starts_on=TODAY + 6 * DAY))
    assert facts(enrollment.run.course, enrollment.learner) == {
        "when": "You are in 冬季 1 期",
        "tag": ("ok", "Enrolled"),
        "note": "Begins in 6 days",
        "steps": {},
    }


def test_a_completed_course():
    enrollment = complete_course(make_enrollment())
    told = facts(enrollment.run.course, enrollment.learner)
    assert (told["tag"], {step["state"] for step in told["steps"].values()}) == (("gold", "Completed"), {"ok"})


def test_nobody_sees_where_another_stands():
    enrollment = make_enrollment()
    told = facts(enrollment.run.course, make_employment().person)
    assert set(told) == {"when", "seats_left", "seats"}


def test_as_many_queries_for_many_courses_as_for_one(django_assert_num_queries):
    learner = make_employment()
    for _ in range(2):
        make_enrollment(make_run(), learner)
    courses = [make_course(lessons=0), *(held.run.course for held in learner.person.enrollments.all())]
    for some in (courses[1:2], courses):
        with django_assert_num_queries(5):
            facts_of(some, viewer=learner.person, organization_id=learner.organization_id, at=NOW)
