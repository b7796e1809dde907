"""When things happened in the demo: moments counted from the days of a run, always before the day of loading."""

import datetime

from demo.runs import DemoRun
from web.dates import SHANGHAI

MORNING = datetime.time(9)
BETWEEN_LESSONS = datetime.timedelta(minutes=100)


def moment(day: datetime.date, *, minutes: int = 0) -> datetime.datetime:
    """Minutes after nine in the morning of a Shanghai day."""
    return datetime.datetime.combine(day, MORNING, tzinfo=SHANGHAI) + datetime.timedelta(minutes=minutes)


def enrolled_at(run: DemoRun, place: int, *, today: datetime.date) -> datetime.datetime:
    """The learners come one after the other over the enrollment window, as far as it lies behind us."""
    last = min(run.enroll_closes_on, run.starts_on, today)
    span = (last - run.enroll_opens_on).days
    count = len(run.learners) + len(run.withdrawn)
    return moment(run.enroll_opens_on + datetime.timedelta(days=span * (place + 1) // (count + 2)), minutes=7 * place)


def finished_at(run: DemoRun, number: int, *, done: int, of: int, today: datetime.date) -> datetime.datetime:
    """When a learner who has finished `done` lessons of the run finished the one of this number, counted from 1.

    Who is through spread the lessons over the whole run, or over what of it lies behind us.
    """
    yesterday = today - datetime.timedelta(days=1)
    last = min(run.ends_on or yesterday, yesterday)
    span = (last - run.starts_on).days
    day = run.starts_on + datetime.timedelta(days=span * number // max(done, of if done == of else done + 1))
    return moment(day) + BETWEEN_LESSONS * number
