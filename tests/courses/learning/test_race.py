"""Many at once, each on a connection of their own: no seat sold twice, none lost, nothing completed twice."""

import uuid
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.utils import translation

from courses.learning.actions import enrollments, progress
from courses.learning.enums import EnrollmentState
from courses.learning.models import Certificate, Enrollment, EnrollmentEvent, SeatPool, StudyHoursEntry
from courses.learning.rules import EnrollmentRefused
from tests.factories.cms import make_course
from tests.factories.ecosystem import make_employment, make_organization
from tests.factories.learning import NOW, finish_items, make_enrollment, make_run

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = 25


def at_once(acts) -> list:
    """What each act returned or raised; as many as fit begin in the same moment."""
    acts = list(acts)
    width = min(AT_ONCE, len(acts))
    start = Barrier(width)

    def run(numbered):
        number, act = numbered
        try:
            if number < width:
                start.wait()
            with translation.override("en"):
                return act()
        except Exception as raised:
            return raised
        finally:
            connection.close()

    with ThreadPoolExecutor(width) as threads:
        return list(threads.map(run, enumerate(acts)))


def enrolling(run, acting, client_id=None):
    return lambda: enrollments.enroll(
        learner=acting.person, run=run, acting=acting, by=acting.person, at=NOW, client_id=client_id
    )


def kinds(results) -> Counter:
    return Counter(type(result).__name__ for result in results)


def check_counts(run) -> None:
    """Each pool counts exactly those who hold its seats, and no more than it has."""
    for pool in SeatPool.objects.filter(run=run):
        assert pool.taken == Enrollment.objects.seated().filter(pool=pool).count() <= pool.seats


def test_fifty_people_for_seven_seats():
    run = make_run(seats=7)
    results = at_once([enrolling(run, make_employment()) for _ in range(50)])
    assert kinds(results) == {"Enrollment": 7, "EnrollmentRefused": 43}
    check_counts(run)


def test_three_firms_share_what_their_own_seats_do_not_hold():
    firms = [make_organization() for _ in range(3)]
    run = make_run(seats=5, allocations={firms[0]: 4, firms[1]: 4})
    people = [make_employment(organization=firm) for firm in firms for _ in range(12)]
    results = at_once([enrolling(run, acting) for acting in people])
    assert kinds(results) == {"Enrollment": 13, "EnrollmentRefused": 23}
    check_counts(run)


def test_a_double_click_is_one_enrollment():
    run, acting, client_id = make_run(seats=20), make_employment(), uuid.uuid4()
    results = at_once([enrolling(run, acting, client_id)] * 10)
    assert len({result.pk for result in results}) == 1
    assert EnrollmentEvent.objects.count() == 1
    check_counts(run)


def test_one_person_for_two_firms_gets_one_seat():
    first, second = make_employment(), make_organization()
    other = make_employment(first.person, second)
    run = make_run(seats=None, allocations={first.organization: 5, second: 5})
    results = at_once([enrolling(run, acting) for acting in [first, other] * 6])
    assert kinds(results) == {"Enrollment": 1, "EnrollmentRefused": 11}
    assert {str(result) for result in results if isinstance(result, EnrollmentRefused)} == {
        "You are already enrolled in this run."
    }
    check_counts(run)


def test_one_person_for_two_runs_of_a_course_gets_one_seat():
    course, acting = make_course(), make_employment()
    runs = [make_run(course, name=name) for name in ("春季", "秋季")]
    results = at_once([enrolling(run, acting) for run in runs * 6])
    assert kinds(results) == {"Enrollment": 1, "EnrollmentRefused": 11}
    assert Enrollment.objects.live().count() == 1
    for run in runs:
        check_counts(run)


def test_coming_and_going_keeps_the_count():
    run = make_run(seats=6)
    people = [make_employment() for _ in range(10)]

    def come_and_go(acting):
        def act():
            for _ in range(4):
                try:
                    enrollment = enrolling(run, acting)()
                except EnrollmentRefused:
                    continue
                enrollments.withdraw(enrollment=enrollment, by=acting.person, at=NOW)

        return act

    assert at_once([come_and_go(acting) for acting in people]) == [None] * 10
    check_counts(run)
    assert SeatPool.objects.get(run=run).taken == 0


def test_the_last_lesson_finished_many_times_at_once_completes_once():
    enrollment = make_enrollment(make_run(make_course(lessons=2)))
    finish_items(enrollment, 1)

    def finish():
        progress.finish_item(enrollment=enrollment, position=2, by=enrollment.learner, at=NOW, client_id=uuid.uuid4())

    assert at_once([finish] * 12) == [None] * 12
    assert (Certificate.objects.count(), StudyHoursEntry.objects.count()) == (1, 1)
    enrollment.refresh_from_db()
    assert enrollment.state == EnrollmentState.COMPLETED


def test_finishing_and_withdrawing_at_once_is_one_or_the_other():
    enrollment = make_enrollment(make_run(make_course(lessons=1)))

    def finish():
        progress.finish_item(enrollment=enrollment, position=1, by=enrollment.learner, at=NOW, client_id=uuid.uuid4())

    def withdraw():
        enrollments.withdraw(enrollment=enrollment, by=enrollment.learner, at=NOW)

    at_once([finish, withdraw])
    enrollment.refresh_from_db()
    completed = enrollment.state == EnrollmentState.COMPLETED
    assert enrollment.state in (EnrollmentState.COMPLETED, EnrollmentState.WITHDRAWN)
    assert Certificate.objects.count() == completed
    check_counts(enrollment.run)
