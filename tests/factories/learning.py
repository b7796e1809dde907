"""Runs with seats, learners in them, and how far they have come."""

import datetime
import itertools
import uuid

from cms.models import CoursePage
from courses.learning.actions import enrollments, progress
from courses.learning.actions.runs import open_run
from courses.learning.models import CourseRun, Enrollment, SeatPool
from courses.learning.pinned import lesson_of
from ecosystem.models import Employment
from tests.factories.cms import make_course
from tests.factories.ecosystem import make_employment

NUMBERS = itertools.count(1)
NOW = datetime.datetime(2026, 11, 24, 6, tzinfo=datetime.UTC)
"""Tuesday 24 November 2026, 14:00 in Shanghai: the moment that tests of learning stand in."""
TODAY = datetime.date(2026, 11, 24)
DAY = datetime.timedelta(days=1)


def make_draft(course: CoursePage | None = None, *, seats: int | None = 12, allocations=None, **facts) -> CourseRun:
    """A run not opened yet: shared `seats` (None: no shared pool) and `allocations` of `{organization: seats}`."""
    facts = {
        "name": f"秋季 {next(NUMBERS)} 期",
        "starts_on": TODAY - 10 * DAY,
        "ends_on": TODAY + 30 * DAY,
        "enroll_opens_at": NOW - 20 * DAY,
        "enroll_closes_at": NOW + 5 * DAY,
        **facts,
    }
    run = CourseRun.objects.create(course=course or make_course(), **facts)
    if seats is not None:
        SeatPool.objects.create(run=run, seats=seats)
    for organization, allocated in (allocations or {}).items():
        SeatPool.objects.create(run=run, organization=organization, seats=allocated)
    return run


def make_run(course: CoursePage | None = None, *, opened_at: datetime.datetime | None = None, **facts) -> CourseRun:
    """An open run, begun ten days ago, enrolling now, unless the facts say otherwise."""
    run = make_draft(course, **facts)
    return open_run(run=run, by=None, at=opened_at or min(NOW, run.enroll_opens_at) - DAY)


def make_enrollment(
    run: CourseRun | None = None, acting: Employment | None = None, *, at: datetime.datetime = NOW - DAY
) -> Enrollment:
    run, acting = run or make_run(), acting or make_employment()
    return enrollments.enroll(learner=acting.person, run=run, acting=acting, by=acting.person, at=at)


def finish_items(enrollment: Enrollment, *positions: int, at: datetime.datetime = NOW):
    """Learn the items at these positions, checkpoints included; returns the outline after the last."""
    outline = None
    for position in positions:
        outline = finish_item(enrollment, position, at)
    return outline


def finish_item(enrollment: Enrollment, position: int, at: datetime.datetime):
    item = enrollment.run.items.get(position=position)
    deed = {"enrollment": enrollment, "position": position, "by": enrollment.learner, "at": at}
    outline = progress.open_item(**deed)
    if not item.checkpoints:
        return progress.finish_item(**deed, client_id=uuid.uuid4())
    for checkpoint in item.checkpoints:
        option = right_option(item, checkpoint)
        outline = progress.answer_checkpoint(**deed, checkpoint=checkpoint, option=option, client_id=uuid.uuid4())
    return outline


def complete_course(enrollment: Enrollment, *, at: datetime.datetime = NOW) -> Enrollment:
    """Learn every item; returns the completed enrollment."""
    finish_items(enrollment, *enrollment.run.items.values_list("position", flat=True), at=at)
    return Enrollment.objects.select_related("certificate", "run__course").get(pk=enrollment.pk)


def right_option(item, checkpoint: str) -> int:
    return [option["is_right"] for option in lesson_of(item).checkpoints[checkpoint]["options"]].index(True)
