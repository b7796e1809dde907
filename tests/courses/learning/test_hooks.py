"""What learning adds to the academy's own pages."""

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from cms import hooks
from cms.models import LessonPage
from courses.learning.actions import enrollments
from courses.learning.queries import entry_to_lesson
from tests.factories.cms import make_course, make_document, make_lesson, publish_page
from tests.factories.ecosystem import make_employment
from tests.factories.learning import DAY, NOW, TODAY, complete_course, finish_items, make_enrollment, make_run

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(NOW, tick=False):
        yield


def lesson(run, position: int = 1) -> LessonPage:
    return LessonPage.objects.get(pk=run.items.get(position=position).page_id)


def test_a_seat_opens_the_lesson_from_the_first_day_on():
    enrollment = make_enrollment()
    waiting = make_enrollment(make_run(starts_on=TODAY + DAY))
    assert hooks.may_read(lesson(enrollment.run), enrollment.learner) is True
    assert hooks.may_read(lesson(waiting.run), waiting.learner) is False


def test_without_a_seat_the_lesson_is_shut():
    enrollment = make_enrollment()
    page = lesson(enrollment.run)
    assert [hooks.may_read(page, user) for user in (make_employment().person, AnonymousUser())] == [False, False]
    enrollments.withdraw(enrollment=enrollment, by=enrollment.learner, at=NOW)
    assert hooks.may_read(page, enrollment.learner) is False


def test_a_completed_course_can_be_read_for_good():
    enrollment = complete_course(make_enrollment())
    with time_machine.travel(NOW + 400 * DAY):
        assert hooks.may_read(lesson(enrollment.run), enrollment.learner) is True


def test_a_pinned_file_is_read_by_those_in_the_run_only():
    document = make_document()
    course = make_course(lessons=0)
    page = make_lesson(course, body=[("text", f'<p><a linktype="document" id="{document.pk}">讲义</a></p>')])
    enrollment = make_enrollment(make_run(course))
    page.body = [("text", "<p>不再有讲义。</p>")]
    publish_page(page)
    readers = (enrollment.learner, make_employment().person, AnonymousUser())
    assert [hooks.may_read_file(document, reader) for reader in readers] == [True, False, False]


def test_the_lessons_address_leads_into_ones_own_run(client):
    enrollment = make_enrollment()
    finish_items(enrollment, 1)
    client.force_login(enrollment.learner)
    response = client.get(lesson(enrollment.run, 2).url)
    assert response.url == reverse("learning:item", args=[enrollment.public_id, 2])


def test_the_lessons_address_leads_to_the_unfinished_run_first():
    first = complete_course(make_enrollment())
    # a run of the same course that the learner is in as well, as a later step will allow
    second = make_enrollment(make_run(first.run.course), make_employment())
    type(second).objects.filter(pk=second.pk).update(learner=first.learner)
    assert entry_to_lesson(first.learner, lesson(first.run)) == (second.public_id, 1)


def test_the_course_page_shows_runs_and_progress(client):
    enrollment = make_enrollment(make_run(name="秋季 1 期"))
    finish_items(enrollment, 1)
    client.force_login(enrollment.learner)
    client.cookies["language"] = "en"
    body = client.get(enrollment.run.course.url).content.decode()
    assert ('id="runs"' in body, "You are in this run" in body, "Go on learning" in body) == (True, True, True)


def test_a_visitor_sees_the_runs_and_is_asked_to_sign_in(client):
    run = make_run(name="秋季 1 期")
    client.cookies["language"] = "en"
    body = client.get(run.course.url).content.decode()
    assert ("秋季 1 期" in body, "Sign in to enroll" in body) == (True, True)


def test_home_leads_on_with_the_course_being_learned(client):
    enrollment = make_enrollment(make_run(make_course("读懂数据")))
    finish_items(enrollment, 1)
    coming = make_enrollment(
        make_run(make_course("下周的课"), starts_on=TODAY + 7 * DAY), enrollment.learner.employments.get()
    )
    client.force_login(enrollment.learner)
    client.cookies["language"] = "en"
    body = client.get("/").content.decode()
    assert "Good afternoon, 沈知远" in body
    assert "lesson 2 of 2" in body
    for address in (
        reverse("learning:item", args=[enrollment.public_id, 2]),
        reverse("learning:enrollment", args=[coming.public_id]),
    ):
        assert address in body


def test_home_of_a_newcomer_leads_to_the_open_courses(client):
    client.force_login(make_employment().person)
    client.cookies["language"] = "en"
    assert "Choose your first course" in client.get("/").content.decode()


def test_home_of_who_has_finished_a_course_leads_to_the_next(client):
    client.force_login(complete_course(make_enrollment()).learner)
    client.cookies["language"] = "en"
    body = client.get("/").content.decode()
    assert ("Choose your next course" in body, "Choose your first course" in body) == (True, False)
