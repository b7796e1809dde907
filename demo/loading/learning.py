"""People take seats, open lessons, answer and finish; the last lesson brings hours and a certificate by itself."""

import datetime
import uuid

from accounts.models import User
from courses.learning.actions import enrollments, progress
from courses.learning.models import CourseRun, Enrollment, RunItem
from courses.learning.pinned import lesson_of
from demo.loading.clock import enrolled_at, finished_at, moment
from demo.runs import DemoRun
from ecosystem.models import Employment

DAYS_BEFORE_WITHDRAWING = 2


def load_learning(
    told: DemoRun, run: CourseRun, people: dict[str, User], employments: dict[str, Employment], *, today: datetime.date
) -> None:
    """Everybody whom the demo puts in the run, as far as each has come."""
    items = list(run.items.select_related("revision").order_by("position"))
    answers = {item.pk: _right_answers(item) for item in items}
    for place, (name, done) in enumerate(told.learners.items()):
        enrollment = _enroll(told, run, people[name], employments[name], place, today=today)
        for item in items[:done]:
            at = finished_at(told, item.position, done=done, of=len(items), today=today)
            _learn(enrollment, item, answers[item.pk], by=people[name], at=at)
        if 0 < done < len(items):
            _open(enrollment, items[done], by=people[name], at=moment(today - datetime.timedelta(days=1), minutes=660))
    for place, name in enumerate(told.withdrawn, start=len(told.learners)):
        enrollment = _enroll(told, run, people[name], employments[name], place, today=today)
        leaves_on = told.starts_on - datetime.timedelta(days=DAYS_BEFORE_WITHDRAWING)
        enrollments.withdraw(enrollment=enrollment, by=people[name], at=moment(leaves_on))


def _enroll(
    told: DemoRun, run: CourseRun, learner: User, acting: Employment, place: int, *, today: datetime.date
) -> Enrollment:
    at = enrolled_at(told, place, today=today)
    return enrollments.enroll(learner=learner, run=run, acting=acting, by=learner, at=at)


def _learn(enrollment: Enrollment, item: RunItem, answers: dict[str, int], *, by: User, at: datetime.datetime) -> None:
    """Open the item, read it as long as it takes, and finish it: by the right answer where it asks something."""
    _open(enrollment, item, by=by, at=at - datetime.timedelta(minutes=item.minutes))
    deed = {"enrollment": enrollment, "position": item.position, "by": by, "at": at}
    if not item.checkpoints:
        progress.finish_item(**deed, client_id=uuid.uuid4())
    for checkpoint, option in answers.items():
        progress.answer_checkpoint(**deed, checkpoint=checkpoint, option=option, client_id=uuid.uuid4())


def _open(enrollment: Enrollment, item: RunItem, *, by: User, at: datetime.datetime) -> None:
    progress.open_item(enrollment=enrollment, position=item.position, by=by, at=at)


def _right_answers(item: RunItem) -> dict[str, int]:
    """`{checkpoint id: place of the right answer}`."""
    return {
        name: [option["is_right"] for option in question["options"]].index(True)
        for name, question in lesson_of(item).checkpoints.items()
    }
