"""A run opened, which pins its outline; a run cancelled while nobody holds a seat."""

import datetime

from django.db import transaction

import audit
from accounts.models import User
from cms.models import LessonPage
from courses.learning import pinned, rules
from courses.learning.enums import ItemRule, RunState
from courses.learning.models import CourseRun, Enrollment, PinnedFile, RunItem, SeatPool
from ecosystem.models import Organization


@transaction.atomic
def open_run(*, run: CourseRun, by: User | None, at: datetime.datetime) -> CourseRun:
    """Open a run for enrollment. Its outline is pinned to the lessons as published now, its hours to the course's.

    Raises rules.RunRefused.
    """
    locked = CourseRun.objects.select_for_update(of=("self",)).select_related("course").get(pk=run.pk)
    lessons = list(LessonPage.objects.child_of(locked.course).live().order_by("path"))
    seats = sum(locked.pools.values_list("seats", flat=True))
    rules.check_can_open(run=locked, lessons=len(lessons), seats=seats, at=at)
    for position, lesson in enumerate(lessons, start=1):
        pin(locked, position, lesson)
    locked.state, locked.opened_at, locked.study_hours = RunState.OPEN, at, locked.course.study_hours
    locked.save(update_fields=["state", "opened_at", "study_hours"])
    audit.record(
        by=by, for_org=leading_owner(locked), verb="learning.run_opened", subject=locked, at=at, items=len(lessons)
    )
    return locked


def pin(run: CourseRun, position: int, lesson: LessonPage) -> RunItem:
    """One item of the outline: the published revision, with the files it shows."""
    revision = lesson.live_revision or lesson.save_revision(changed=False, log_action=False)
    content = revision.as_object()
    checkpoints = list(content.checkpoints)
    item = RunItem.objects.create(
        run=run,
        page=lesson,
        revision=revision,
        position=position,
        title=content.title,
        title_en=content.title_en,
        minutes=content.minutes,
        rule=ItemRule.CHECKPOINT if checkpoints else ItemRule.READ,
        checkpoints=checkpoints,
    )
    PinnedFile.objects.bulk_create([PinnedFile(item=item, **{field: pk}) for field, pk in pinned.files_of(content)])
    return item


def leading_owner(run: CourseRun) -> Organization | None:
    owner = run.course.owners.filter(is_leading=True).select_related("organization").first()
    return owner.organization if owner else None


@transaction.atomic
def cancel_run(*, run: CourseRun, by: User, at: datetime.datetime) -> CourseRun:
    """Cancel a run in which nobody holds a seat. Raises rules.RunRefused.

    All pools are locked first, so that nobody takes a seat meanwhile.
    """
    list(SeatPool.objects.filter(run=run).locked())
    locked = CourseRun.objects.select_for_update().get(pk=run.pk)
    rules.check_can_cancel(run=locked, seated=Enrollment.objects.seated().filter(run=locked).count())
    locked.state = RunState.CANCELLED
    locked.save(update_fields=["state"])
    audit.record(by=by, for_org=leading_owner(locked), verb="learning.run_cancelled", subject=locked, at=at)
    return locked
