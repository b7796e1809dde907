"""The button of a run in each of its states."""

import pytest
from django.urls import reverse

from courses.learning.actions.runs import cancel_run
from courses.learning.next_step import next_step
from courses.learning.queries import run_views
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


def step_for(run, acting=None, *, at=NOW, mine=()):
    """The step of somebody who acts on this employment; of a visitor without one."""
    run.refresh_from_db()
    person = acting.person if acting else None
    organization_id = acting.organization_id if acting else None
    view = run_views([run], viewer=person, organization_id=organization_id)[run.course_id][0]
    return next_step(view, signed_in=bool(acting), acting=acting, mine=list(mine), here="/kurs/", at=at)


def said(step) -> tuple[str, str, str]:
    return step.state, step.label, step.why


def test_a_seat_for_the_asking():
    run = make_run()
    step = step_for(run, make_employment())
    assert said(step) == ("go", "Enroll", "You have the seat at once, nobody needs to approve.")
    assert step.action == reverse("learning:enroll", args=[run.public_id])


def test_seats_of_ones_own_firm():
    firm = make_organization()
    run = make_run(seats=3, allocations={firm: 4})
    step = step_for(run, make_employment(organization=firm))
    assert said(step) == ("go", "Enroll", "4 seats are your firm's own")


def test_full():
    run = make_run(seats=1)
    make_enrollment(run)
    step = step_for(run, make_employment())
    assert said(step)[:2] == ("off", "Full")
    assert step.why.startswith("Your firm has no seats left")


def test_full_for_a_visitor():
    run = make_run(seats=1)
    make_enrollment(run)
    assert said(step_for(run)) == ("off", "Full", "Every seat in this run is taken. Look at the next run.")


def test_a_visitor_is_led_to_sign_in_and_back():
    step = step_for(make_run())
    assert said(step) == ("go", "Sign in to enroll", "For everyone who works in a firm of the chains.")
    assert step.href == reverse("account_request_login_code") + "?next=/kurs/"


def test_not_yet():
    run = make_run(enroll_opens_at=NOW + DAY)
    assert said(step_for(run, make_employment())) == (
        "off",
        "Not open yet",
        "Enrollment opens on Wed 25 Nov 14:00.",
    )


def test_too_late():
    run = make_run(enroll_closes_at=NOW - DAY)
    assert said(step_for(run)) == ("off", "Enrollment closed", "Enrollment closed on Mon 23 Nov 14:00.")


def test_cancelled():
    run = cancel_run(run=make_run(), by=None, at=NOW)
    assert said(step_for(run)) == ("off", "Cancelled", "This run was cancelled. Look at the next run.")


def test_in_another_run_of_the_course():
    enrollment = make_enrollment(make_run(name="秋季 1 期"))
    acting = enrollment.learner.employments.get()
    step = step_for(make_run(enrollment.run.course), acting, mine=[enrollment])
    assert said(step) == ("off", "In another run", "To change runs, withdraw from “秋季 1 期” first.")


def test_enrolled_and_waiting_for_the_first_day():
    enrollment = make_enrollment(make_run(starts_on=TODAY + 3 * DAY))
    step = step_for(enrollment.run, enrollment.learner.employments.get())
    assert said(step) == ("done", "Enrolled", "Begins on Fri 27 Nov.")


@pytest.mark.parametrize(
    ("finished", "label", "why", "position"),
    [((), "Begin learning", "Lesson 1, 15 minutes", 1), ((1,), "Go on learning", "Lesson 2, 15 minutes", 2)],
)
def test_learning(finished, label, why, position):
    enrollment = make_enrollment()
    if finished:
        finish_items(enrollment, *finished)
    step = step_for(enrollment.run, enrollment.learner.employments.get())
    assert said(step) == ("go", label, why)
    assert step.href == reverse("learning:item", args=[enrollment.public_id, position])


def test_over_before_the_course_was_completed():
    enrollment = make_enrollment()
    step = step_for(enrollment.run, enrollment.learner.employments.get(), at=NOW + 40 * DAY)
    assert said(step) == (
        "plain",
        "Read the lessons",
        "This run ended on Thu 24 Dec. You can still read the lessons.",
    )


def test_completed():
    enrollment = complete_course(make_enrollment())
    step = step_for(enrollment.run, enrollment.learner.employments.get())
    assert said(step) == ("done", "Completed", "See your certificate")
    assert step.href == reverse("learning:certificate", args=[enrollment.certificate.code])
