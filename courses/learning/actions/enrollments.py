"""A seat taken, a seat given back."""

import datetime
import uuid

from django.db import transaction

import audit
from accounts.models import User
from audit import outbox
from courses.learning import rules
from courses.learning.actions import progress
from courses.learning.actions.transitions import move
from courses.learning.enums import Actor, EnrollmentState
from courses.learning.models import CourseRun, Enrollment, EnrollmentEvent, SeatPool
from ecosystem.models import Employment


@transaction.atomic
def enroll(
    *,
    learner: User,
    run: CourseRun,
    acting: Employment | None,
    by: User,
    at: datetime.datetime,
    client_id: uuid.UUID | None = None,
) -> Enrollment:
    """Give the learner a seat: of the firm they act for while it has one, else a shared one.

    Raises rules.EnrollmentRefused. The same `client_id` again, by a double click or a retry, returns the first answer.
    """
    organization_id = acting.organization_id if acting else None
    hold_learner(learner)
    pools = list(SeatPool.objects.filter(run=run).serving(organization_id).locked())
    if answered := answered_before(learner=learner, run=run, by=by, client_id=client_id):
        rules.check_not_given_back(answered)
        return answered
    run = CourseRun.objects.get(pk=run.pk)
    mine = list(Enrollment.objects.live().of(learner).filter(run__course=run.course_id).select_related("run"))
    pool = rules.choose_pool(pools=pools, organization_id=organization_id)
    rules.check_can_enroll(run=run, pool=pool, acting=acting, mine=mine, at=at)
    assert pool is not None and acting is not None  # check_can_enroll refuses both
    enrollment = Enrollment(learner=learner, run=run, pool=pool, sponsor=acting.organization, enrolled_at=at)
    move(enrollment, EnrollmentState.CONFIRMED, actor=Actor.LEARNER, by=by, at=at, client_id=client_id)
    pool.taken += 1
    pool.save(update_fields=["taken"])
    progress.carry_over(enrollment)
    tell("learning.enrolled", enrollment, by=by, at=at)
    return enrollment


def hold_learner(learner: User) -> None:
    """One seat at a time per person: runs of one course have no row in common that two requests would wait for.

    Raises EnrollmentRefused for somebody whose account was closed or erased since the request began.
    """
    held = User.objects.select_for_update(no_key=True).only("pk", "is_active").get(pk=learner.pk)
    rules.check_is_here(held)


def answered_before(*, learner: User, run: CourseRun, by: User, client_id: uuid.UUID | None) -> Enrollment | None:
    """What this very request was answered with, when it comes again."""
    if client_id is None:
        return None
    event = (
        EnrollmentEvent.objects.filter(by=by, client_id=client_id, enrollment__run=run, enrollment__learner=learner)
        .select_related("enrollment")
        .first()
    )
    return event.enrollment if event else None


@transaction.atomic
def withdraw(
    *, enrollment: Enrollment, by: User, at: datetime.datetime, client_id: uuid.UUID | None = None
) -> Enrollment:
    """Give the seat back. Raises rules.EnrollmentRefused; withdrawing twice is withdrawing once."""
    pool = SeatPool.objects.filter(pk=enrollment.pool_id).locked().get()
    locked = Enrollment.objects.select_for_update(of=("self",)).select_related("run", "sponsor").get(pk=enrollment.pk)
    if locked.state == EnrollmentState.WITHDRAWN:
        return locked
    rules.check_can_withdraw(enrollment=locked, at=at)
    move(locked, EnrollmentState.WITHDRAWN, actor=Actor.LEARNER, by=by, at=at, client_id=client_id)
    pool.taken -= 1
    pool.save(update_fields=["taken"])
    tell("learning.withdrawn", locked, by=by, at=at)
    return locked


def tell(verb: str, enrollment: Enrollment, *, by: User, at: datetime.datetime) -> None:
    """Write into the audit, and tell the rooms that listen, what became of a seat."""
    seat = {"run": enrollment.run_id, "pool": enrollment.pool_id}
    audit.record(by=by, for_org=enrollment.sponsor, verb=verb, subject=enrollment, at=at, **seat)
    outbox.post(verb, enrollment_id=enrollment.pk)
