"""A seat taken and given back."""

import uuid

import pytest
from django.db import IntegrityError, transaction

from accounts.models import User
from audit.models import AuditEntry, OutboxMessage
from courses.learning.actions import enrollments
from courses.learning.enums import EnrollmentState
from courses.learning.models import Enrollment, EnrollmentEvent, SeatPool
from courses.learning.rules import EnrollmentRefused
from ecosystem.enums import EmploymentState
from tests.factories.ecosystem import make_employment, make_organization
from tests.factories.learning import DAY, NOW, complete_course, finish_items, make_draft, make_enrollment, make_run

pytestmark = pytest.mark.django_db


def enroll(run, acting, **facts):
    facts = {"learner": acting.person, "run": run, "acting": acting, "by": acting.person, "at": NOW, **facts}
    return enrollments.enroll(**facts)


def refusal(run, acting, **facts) -> str:
    with pytest.raises(EnrollmentRefused) as refused:
        enroll(run, acting, **facts)
    return str(refused.value)


def taken(run) -> dict[int | None, int]:
    return dict(SeatPool.objects.filter(run=run).values_list("organization", "taken"))


def test_enroll_gives_a_seat_and_leaves_its_traces():
    run, acting = make_run(seats=2), make_employment()
    enrollment = enroll(run, acting)
    event = EnrollmentEvent.objects.get(enrollment=enrollment)
    message = OutboxMessage.objects.get(topic="learning.enrolled")
    assert (enrollment.state, enrollment.sponsor, enrollment.enrolled_at) == (
        EnrollmentState.CONFIRMED,
        acting.organization,
        NOW,
    )
    assert taken(run) == {None: 1}
    assert (event.from_state, event.to_state, event.by, event.at) == ("requested", "confirmed", acting.person, NOW)
    assert message.ids == {"enrollment_id": enrollment.pk}
    assert AuditEntry.objects.filter(
        verb="learning.enrolled",
        subject_id=str(enrollment.pk),
        for_org_id=acting.organization_id,
        by_id=acting.person_id,
    ).exists()


def test_a_seat_costs_thirteen_queries(django_assert_num_queries):
    run, acting = make_run(), make_employment()
    with django_assert_num_queries(13):
        enroll(run, acting, client_id=uuid.uuid4())


def test_enroll_takes_the_firms_own_seat_first_and_then_a_shared_one():
    firm = make_organization()
    run = make_run(seats=1, allocations={firm: 1})
    for _ in range(2):
        enroll(run, make_employment(organization=firm))
    assert taken(run) == {None: 1, firm.pk: 1}


def test_enroll_never_takes_another_firms_seat():
    run = make_run(seats=None, allocations={make_organization(): 3})
    assert refusal(run, make_employment()) == (
        "Your firm has no seats left in this run. Look at the next run, or ask your HR for a seat."
    )


def test_enroll_refuses_when_every_seat_is_taken():
    run = make_run(seats=1)
    enroll(run, make_employment())
    assert "no seats left" in refusal(run, make_employment())
    assert taken(run) == {None: 1}


def test_enroll_says_when_the_window_opens():
    run = make_run(enroll_opens_at=NOW + DAY, enroll_closes_at=NOW + 3 * DAY)
    assert refusal(run, make_employment()) == "Enrollment opens on Wed 25 Nov 14:00."


def test_enroll_says_when_the_window_closed():
    run = make_run(enroll_closes_at=NOW)
    assert refusal(run, make_employment()) == "Enrollment closed on Tue 24 Nov 14:00."


def test_enroll_refuses_a_run_that_is_over():
    run = make_run(ends_on=NOW.date() - DAY)
    assert refusal(run, make_employment()) == "This run ended on Mon 23 Nov."


def test_enroll_refuses_a_draft():
    assert refusal(make_draft(), make_employment()) == "This run is not open yet."


@pytest.mark.parametrize("state", [EmploymentState.PENDING, EmploymentState.REFUSED])
def test_enroll_refuses_whoever_is_not_a_confirmed_employee(state):
    employee = make_employment(state=state)
    assert refusal(make_run(), employee) == (
        "Only confirmed employees can enroll. Ask your firm's HR to put you on the roster."
    )


def test_enroll_refuses_whoever_acts_for_no_firm():
    learner = make_employment().person
    with pytest.raises(EnrollmentRefused, match="Only confirmed employees"):
        enrollments.enroll(learner=learner, run=make_run(), acting=None, by=learner, at=NOW)


def test_enroll_refuses_a_second_seat_in_the_run():
    run, acting = make_run(), make_employment()
    enroll(run, acting)
    assert refusal(run, acting) == "You are already enrolled in this run."
    assert taken(run) == {None: 1}


def test_enroll_refuses_a_second_run_of_the_course():
    run, acting = make_run(name="秋季 1 期"), make_employment()
    enroll(run, acting)
    other = make_run(run.course)
    assert refusal(other, acting) == "To change runs, withdraw from “秋季 1 期” first."


def test_enroll_refuses_a_course_already_completed():
    enrollment = make_enrollment()
    complete_course(enrollment)
    other = make_run(enrollment.run.course)
    acting = enrollment.learner.employments.get()
    assert refusal(other, acting) == "You have already completed this course."


def test_the_same_request_again_is_the_same_enrollment():
    run, acting, client_id = make_run(), make_employment(), uuid.uuid4()
    first = enroll(run, acting, client_id=client_id)
    assert enroll(run, acting, client_id=client_id) == first
    assert (taken(run), EnrollmentEvent.objects.count()) == ({None: 1}, 1)


def test_another_persons_request_number_means_nothing():
    run, client_id = make_run(), uuid.uuid4()
    first = enroll(run, make_employment(), client_id=client_id)
    assert enroll(run, make_employment(), client_id=client_id) != first
    assert taken(run) == {None: 2}


def test_withdraw_gives_the_seat_to_the_next():
    run = make_run(seats=1)
    enrollment = make_enrollment(run)
    enrollments.withdraw(enrollment=enrollment, by=enrollment.learner, at=NOW)
    enrollment.refresh_from_db()
    assert (enrollment.state, enrollment.withdrawn_at, taken(run)) == (EnrollmentState.WITHDRAWN, NOW, {None: 0})
    assert OutboxMessage.objects.filter(topic="learning.withdrawn").count() == 1
    enroll(run, make_employment())
    assert taken(run) == {None: 1}


def test_withdraw_returns_the_seat_to_the_pool_it_came_from():
    firm = make_organization()
    run = make_run(seats=1, allocations={firm: 1})
    own = make_enrollment(run, make_employment(organization=firm))
    make_enrollment(run, make_employment(organization=firm))
    enrollments.withdraw(enrollment=own, by=own.learner, at=NOW)
    assert taken(run) == {None: 1, firm.pk: 0}


def test_withdrawing_twice_is_withdrawing_once():
    enrollment = make_enrollment()
    for _ in range(2):
        enrollments.withdraw(enrollment=enrollment, by=enrollment.learner, at=NOW)
    assert (taken(enrollment.run), enrollment.events.count()) == ({None: 0}, 2)


def test_withdraw_is_refused_after_completion():
    enrollment = complete_course(make_enrollment())
    with pytest.raises(EnrollmentRefused, match="no seat to give back"):
        enrollments.withdraw(enrollment=enrollment, by=enrollment.learner, at=NOW)


def test_withdraw_is_refused_when_the_run_is_over():
    enrollment = make_enrollment()
    with pytest.raises(EnrollmentRefused, match="This run ended on Thu 24 Dec"):
        enrollments.withdraw(enrollment=enrollment, by=enrollment.learner, at=NOW + 40 * DAY)


def test_whoever_comes_back_goes_on_where_they_were():
    enrollment = make_enrollment()
    finish_items(enrollment, 1)
    enrollments.withdraw(enrollment=enrollment, by=enrollment.learner, at=NOW)
    again = enroll(enrollment.run, enrollment.learner.employments.get())
    assert again.pk != enrollment.pk
    assert list(again.progress.values_list("item__position", "completed_at")) == [(1, NOW)]


def test_the_database_refuses_to_oversell():
    pool = SeatPool.objects.get(run=make_run(seats=1))
    with pytest.raises(IntegrityError, match="pool_never_oversold"), transaction.atomic():
        SeatPool.objects.filter(pk=pool.pk).update(taken=2)


def test_the_database_refuses_two_live_enrollments():
    enrollment = make_enrollment()
    twin = Enrollment(
        learner=enrollment.learner,
        run=enrollment.run,
        pool=enrollment.pool,
        sponsor=enrollment.sponsor,
        state=EnrollmentState.CONFIRMED,
        enrolled_at=NOW,
    )
    with pytest.raises(IntegrityError, match="one_live_enrollment_per_run"), transaction.atomic():
        twin.save()


def test_saving_a_pool_from_a_form_never_writes_the_count():
    run = make_run(seats=2)
    stale = SeatPool.objects.get(run=run)
    make_enrollment(run)
    stale.seats = 5
    stale.save()
    assert SeatPool.objects.filter(run=run).values_list("seats", "taken").get() == (5, 1)


def test_an_enrollment_event_is_never_changed():
    event = make_enrollment().events.get()
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        event.save()


def test_an_account_closed_since_the_request_began_takes_no_seat():
    run, acting = make_run(), make_employment()
    User.objects.filter(pk=acting.person_id).update(is_active=False)
    assert (refusal(run, acting), taken(run)) == ("This account is closed.", {None: 0})
