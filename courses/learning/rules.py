"""May I? Who enrolls where and when, who moves an enrollment, who goes on learning. Pure; time is an argument."""

import datetime
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from accounts.models import User
from courses.learning.enums import SEATED, Actor, EnrollmentState, RunState
from courses.learning.models import CourseRun, Enrollment, SeatPool
from ecosystem.models import Employment
from web.dates import day, day_time, local


class EnrollmentRefused(Exception):
    """A reason, fit for the learner's eyes, why no seat was given or taken back.

    `button` is what stands on the button that cannot be pressed.
    """

    def __init__(self, reason: str, *, button: str = "") -> None:
        super().__init__(reason)
        self.button = button


class LearningRefused(Exception):
    """A reason, fit for the learner's eyes, why an item cannot be learned now."""


class RunRefused(Exception):
    """A reason, fit for the editor's eyes, why a run cannot be opened or cancelled."""


class IllegalTransition(Exception):
    """A move that the table does not know: a fault of ours, never a learner's."""


TRANSITIONS: dict[EnrollmentState, dict[EnrollmentState, frozenset[Actor]]] = {
    EnrollmentState.REQUESTED: {EnrollmentState.CONFIRMED: frozenset({Actor.LEARNER})},
    EnrollmentState.CONFIRMED: {
        EnrollmentState.WITHDRAWN: frozenset({Actor.LEARNER}),
        EnrollmentState.COMPLETED: frozenset({Actor.HOUSE}),
    },
    EnrollmentState.WITHDRAWN: {},
    EnrollmentState.COMPLETED: {},
}
"""From which state to which, and who makes the move. docs/learning.md draws it."""


def can_move(*, from_state: str, to_state: str, actor: Actor) -> bool:
    makers = TRANSITIONS[EnrollmentState(from_state)].get(EnrollmentState(to_state), frozenset())
    return actor in makers


def check_can_move(*, from_state: str, to_state: str, actor: Actor) -> None:
    if not can_move(from_state=from_state, to_state=to_state, actor=actor):
        raise IllegalTransition(f"{from_state} → {to_state} by {actor}")


def choose_pool(*, pools: Iterable[SeatPool], organization_id: int | None) -> SeatPool | None:
    """The pool a seat comes from: the organization's own while it has seats, then the shared one; else None."""
    with_seats = [pool for pool in pools if pool.left > 0]
    own = (pool for pool in with_seats if organization_id and pool.organization_id == organization_id)
    shared = (pool for pool in with_seats if pool.organization_id is None)
    return next(own, None) or next(shared, None)


def check_some_seat(pools: Iterable[SeatPool]) -> None:
    """Some pool has a seat, whoever it is for: all that can be said to somebody who has not signed in."""
    if not any(pool.left > 0 for pool in pools):
        raise EnrollmentRefused(_("Every seat in this run is taken. Look at the next run."), button=_("Full"))


def check_is_here(learner: User) -> None:
    """Refuse a seat to an account that is closed."""
    if not learner.is_active:
        raise EnrollmentRefused(_("This account is closed."))


def check_can_enroll(
    *,
    run: CourseRun,
    pool: SeatPool | None,
    acting: Employment | None,
    mine: Sequence[Enrollment],
    at: datetime.datetime,
) -> None:
    """Raise EnrollmentRefused, with the cause and the next step, when the learner cannot have a seat.

    `pool` is what `choose_pool` gave under the lock; `acting` the employment the learner acts on;
    `mine` the learner's live enrollments in runs of this course, with their runs.
    """
    check_not_in_course(run=run, mine=mine)
    check_window(run=run, at=at)
    check_employed(acting)
    check_seat(pool)


def check_seat(pool: SeatPool | None) -> None:
    if pool is None:
        raise EnrollmentRefused(
            _("Your firm has no seats left in this run. Look at the next run, or ask your HR for a seat."),
            button=_("Full"),
        )


def check_not_in_course(*, run: CourseRun, mine: Sequence[Enrollment]) -> None:
    """One seat per run, one unfinished run per course, and nobody earns a course's hours twice."""
    for enrollment in mine:
        if enrollment.run_id == run.pk:
            raise EnrollmentRefused(_("You are already enrolled in this run."), button=_("Enrolled"))
        if enrollment.state == EnrollmentState.COMPLETED:
            raise EnrollmentRefused(_("You have already completed this course."), button=_("Completed"))
        raise EnrollmentRefused(
            _("To change runs, withdraw from “%(run)s” first.") % {"run": enrollment.run.name},
            button=_("In another run"),
        )


def check_not_given_back(enrollment: Enrollment) -> None:
    """A request that was answered with a seat, sent again after the seat was given back, takes no other one."""
    if enrollment.state == EnrollmentState.WITHDRAWN:
        raise EnrollmentRefused(_("You have given this seat back since. To enroll again, open the course's page."))


def check_window(*, run: CourseRun, at: datetime.datetime) -> None:
    """Only an open run, only while its window holds the moment, and not after its last day."""
    if run.state == RunState.CANCELLED:
        raise EnrollmentRefused(_("This run was cancelled. Look at the next run."), button=_("Cancelled"))
    if run.state != RunState.OPEN:
        raise EnrollmentRefused(_("This run is not open yet."), button=_("Not open yet"))
    if at < run.enroll_opens_at:
        raise EnrollmentRefused(
            _("Enrollment opens on %(when)s.") % {"when": day_time(run.enroll_opens_at)}, button=_("Not open yet")
        )
    if at >= run.enroll_closes_at:
        raise EnrollmentRefused(
            _("Enrollment closed on %(when)s.") % {"when": day_time(run.enroll_closes_at)},
            button=_("Enrollment closed"),
        )
    if is_over(run=run, at=at):
        raise EnrollmentRefused(_("This run ended on %(day)s.") % {"day": day(run.ends_on)}, button=_("Ended"))


def check_employed(acting: Employment | None) -> None:
    """Seats are for people whom a firm knows and who have said yes to it."""
    if acting is None or not acting.is_confirmed:
        raise EnrollmentRefused(_("Only confirmed employees can enroll. Ask your firm's HR to put you on the roster."))


def is_over(*, run: CourseRun, at: datetime.datetime) -> bool:
    """The last day, by the Shanghai calendar, has passed."""
    return run.ends_on is not None and local(at).date() > run.ends_on


def has_begun(*, run: CourseRun, at: datetime.datetime) -> bool:
    """The first day, by the Shanghai calendar, has come."""
    return local(at).date() >= run.starts_on


def check_can_withdraw(*, enrollment: Enrollment, at: datetime.datetime) -> None:
    """A learner gives a seat back as long as the run goes on and the course is not completed."""
    if enrollment.state == EnrollmentState.COMPLETED:
        raise EnrollmentRefused(_("You have completed this course; there is no seat to give back."))
    if is_over(run=enrollment.run, at=at):
        raise EnrollmentRefused(_("This run ended on %(day)s.") % {"day": day(enrollment.run.ends_on)})


def can_withdraw(*, enrollment: Enrollment, at: datetime.datetime) -> bool:
    may_move = can_move(from_state=enrollment.state, to_state=EnrollmentState.WITHDRAWN, actor=Actor.LEARNER)
    return may_move and not is_over(run=enrollment.run, at=at)


def check_can_read(*, enrollment: Enrollment, at: datetime.datetime) -> None:
    """Lessons can be read by those who hold a seat, from the first day on, and for good."""
    if enrollment.state not in SEATED:
        raise LearningRefused(_("You have withdrawn from this run. Enroll again to go on learning."))
    if not has_begun(run=enrollment.run, at=at):
        raise LearningRefused(_("The run begins on %(day)s.") % {"day": day(enrollment.run.starts_on)})


def check_can_learn(*, enrollment: Enrollment, at: datetime.datetime) -> None:
    """Progress is written while the run goes on; afterwards lessons can still be read."""
    check_can_read(enrollment=enrollment, at=at)
    if is_over(run=enrollment.run, at=at):
        raise LearningRefused(
            _("This run ended on %(day)s. You can still read the lessons.") % {"day": day(enrollment.run.ends_on)}
        )


def can_learn(*, enrollment: Enrollment, at: datetime.datetime) -> bool:
    try:
        check_can_learn(enrollment=enrollment, at=at)
    except LearningRefused:
        return False
    return True


def check_unlocked(*, position: int, first_unfinished: int | None) -> None:
    """Items open one after the other: everything up to the first unfinished one."""
    if first_unfinished is not None and position > first_unfinished:
        raise LearningRefused(_("This opens when you have finished lesson %(number)s.") % {"number": position - 1})


def check_answered(*, checkpoints: Sequence[str], answers: dict[str, dict[str, object]]) -> None:
    """An item with checkpoints is finished when each was answered correctly once."""
    if not all(answers.get(checkpoint, {}).get("right") for checkpoint in checkpoints):
        raise LearningRefused(_("Answer the checkpoint correctly first; you may answer as often as you like."))


def check_can_open(*, run: CourseRun, lessons: int, seats: int, at: datetime.datetime) -> None:
    """A run opens once, with something to learn and seats to give."""
    if run.state == RunState.OPEN:
        raise RunRefused(_("This run is already open."))
    if run.state == RunState.CANCELLED:
        raise RunRefused(_("This run was cancelled. Make a new one."))
    if not run.course.live:
        raise RunRefused(_("Publish the course first."))
    if not lessons:
        raise RunRefused(_("The course has no published lesson yet."))
    if not seats:
        raise RunRefused(_("Give the run at least one seat."))
    if is_over(run=run, at=at):
        raise RunRefused(_("The last day of this run has passed."))


def check_can_cancel(*, run: CourseRun, seated: int) -> None:
    """A run with people in it is not cancelled here: somebody has to tell them first."""
    if run.state == RunState.CANCELLED:
        raise RunRefused(_("This run is already cancelled."))
    if seated:
        raise RunRefused(_("%(seated)s people hold seats in this run; it cannot be cancelled.") % {"seated": seated})
