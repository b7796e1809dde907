"""Lessons opened, checkpoints answered, lessons finished. Progress only moves forward, however often a deed is sent."""

import datetime
import uuid
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from courses.learning import pinned, rules
from courses.learning.actions import completions
from courses.learning.completion import Outline, Step
from courses.learning.enums import EnrollmentState, LearningEventKind
from courses.learning.models import Enrollment, ItemProgress, LearningEvent
from courses.learning.queries import outline_for


@transaction.atomic
def open_item(
    *, enrollment: Enrollment, position: int, by: User, at: datetime.datetime, client_id: uuid.UUID | None = None
) -> Outline:
    """The learner looks at an item; from the first time on it counts as opened. Raises rules.LearningRefused."""
    locked = lock(enrollment)
    outline = outline_for(locked)
    step = check_reachable(locked, outline, position, at)
    if step.progress is None and not rules.is_over(run=locked.run, at=at):
        ItemProgress.objects.create(enrollment=locked, item=step.item, opened_at=at)
        tell(locked, step, LearningEventKind.OPENED, client_id or uuid.uuid4(), at)
        outline = outline_for(locked)
    return outline


@transaction.atomic
def finish_item(
    *, enrollment: Enrollment, position: int, by: User, at: datetime.datetime, client_id: uuid.UUID
) -> Outline:
    """The learner has learned an item; the last one completes the course. Raises rules.LearningRefused."""
    locked = lock(enrollment)
    outline = outline_for(locked)
    if told_before(locked, client_id):
        return outline
    step = check_reachable(locked, outline, position, at)
    if step.is_done:
        return outline
    rules.check_can_learn(enrollment=locked, at=at)
    rules.check_answered(checkpoints=step.item.checkpoints, answers=step.answers)
    return finish(locked, step, held(locked, step, at), client_id, by=by, at=at)


@transaction.atomic
def answer_checkpoint(
    *,
    enrollment: Enrollment,
    position: int,
    checkpoint: str,
    option: int,
    by: User,
    at: datetime.datetime,
    client_id: uuid.UUID,
) -> Outline:
    """Take an answer to a checkpoint question; the last right one finishes the item. Raises rules.LearningRefused.

    A wrong answer never takes back a right one.
    """
    locked = lock(enrollment)
    outline = outline_for(locked)
    if told_before(locked, client_id):
        return outline
    step = check_reachable(locked, outline, position, at)
    rules.check_can_learn(enrollment=locked, at=at)
    right = pinned.is_right(step.item, checkpoint, option)
    progress = held(locked, step, at)
    if not progress.answers.get(checkpoint, {}).get("right"):
        progress.answers = {**progress.answers, checkpoint: {"option": option, "right": right}}
        progress.save(update_fields=["answers"])
    data = {"checkpoint": checkpoint, "option": option, "right": right}
    tell(locked, step, LearningEventKind.ANSWERED, client_id, at, **data)
    answered = outline_for(locked)
    current = answered.at(position)
    if current is None or current.is_done or current.unanswered:
        return answered
    return finish(locked, current, progress, uuid.uuid4(), by=by, at=at)


def finish(
    enrollment: Enrollment,
    step: Step,
    progress: ItemProgress,
    client_id: uuid.UUID,
    *,
    by: User,
    at: datetime.datetime,
) -> Outline:
    """Mark the item as learned and, when nothing is missing any more, complete the course in the same transaction."""
    progress.completed_at = max(at, progress.opened_at)  # clocks of two servers may differ
    progress.save(update_fields=["completed_at"])
    tell(enrollment, step, LearningEventKind.FINISHED, client_id, at)
    outline = outline_for(enrollment)
    if outline.is_complete and enrollment.state == EnrollmentState.CONFIRMED:
        completions.complete(enrollment, outline, by=by, at=at)
    return outline


def carry_over(enrollment: Enrollment) -> int:
    """Whoever withdrew and came back goes on where they were. Returns how many items came along."""
    earlier = (
        Enrollment.objects.of(enrollment.learner)
        .filter(run=enrollment.run_id, state=EnrollmentState.WITHDRAWN)
        .order_by("-pk")
        .first()
    )
    if earlier is None:
        return 0
    kept = [
        ItemProgress(
            enrollment=enrollment,
            item_id=progress.item_id,
            opened_at=progress.opened_at,
            completed_at=progress.completed_at,
            answers=progress.answers,
        )
        for progress in earlier.progress.all()
    ]
    ItemProgress.objects.bulk_create(kept)
    return len(kept)


def lock(enrollment: Enrollment) -> Enrollment:
    """The enrollment, locked and fresh, with its run, learner and sponsor."""
    rows = Enrollment.objects.select_for_update(of=("self",)).select_related("run__course__chain", "learner", "sponsor")
    return rows.prefetch_related("run__items").get(pk=enrollment.pk)


def check_reachable(enrollment: Enrollment, outline: Outline, position: int, at: datetime.datetime) -> Step:
    """The step at the position, when this learner may read it now."""
    rules.check_can_read(enrollment=enrollment, at=at)
    here = outline.here
    rules.check_unlocked(position=position, first_unfinished=here.item.position if here else None)
    step = outline.at(position)
    if step is None:
        raise rules.LearningRefused(_("This run has no such lesson."))
    return step


def held(enrollment: Enrollment, step: Step, at: datetime.datetime) -> ItemProgress:
    """The learner's progress row for the item; made now when the page was never opened here."""
    if step.progress:
        return step.progress
    return ItemProgress.objects.create(enrollment=enrollment, item=step.item, opened_at=at)


def told_before(enrollment: Enrollment, client_id: uuid.UUID) -> bool:
    return LearningEvent.objects.filter(enrollment=enrollment, client_id=client_id).exists()


def tell(
    enrollment: Enrollment,
    step: Step,
    kind: LearningEventKind,
    client_id: uuid.UUID,
    at: datetime.datetime,
    **data: Any,
) -> None:
    LearningEvent.objects.create(
        enrollment=enrollment, item=step.item, kind=kind, client_id=client_id, at=at, data=data
    )
