"""Runs with their seats, opened for enrollment on the day their window opens."""

import datetime

from accounts.models import User
from cms.models import CoursePage
from courses.learning.actions.runs import open_run
from courses.learning.models import CourseRun, SeatPool
from demo.loading.clock import moment
from demo.loading.organizations import Organizations
from demo.runs import DemoRun, read_runs


def load_runs(
    courses: dict[str, CoursePage], organizations: Organizations, people: dict[str, User], *, today: datetime.date
) -> list[tuple[DemoRun, CourseRun]]:
    """Every run beside what the demo tells of it, the earliest first."""
    told = read_runs(today)
    return [(run, _open(run, courses[run.course], organizations, people[run.manager], today=today)) for run in told]


def _open(
    told: DemoRun, course: CoursePage, organizations: Organizations, manager: User, *, today: datetime.date
) -> CourseRun:
    run = CourseRun.objects.create(
        course=course,
        name=told.name,
        starts_on=told.starts_on,
        ends_on=told.ends_on,
        enroll_opens_at=moment(told.enroll_opens_on),
        enroll_closes_at=moment(told.enroll_closes_on, minutes=9 * 60),
        place=told.place,
        class_manager=manager,
    )
    for key, seats in told.seats.items():
        SeatPool.objects.create(run=run, organization=organizations[key] if key else None, seats=seats)
    announced_on = min(told.enroll_opens_on, today) - datetime.timedelta(days=1)
    return open_run(run=run, by=manager, at=moment(announced_on))
