"""What learning says of a course in a list: its next run, the seats, and where the viewer stands in it."""

import datetime
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from cms.models import CoursePage
from courses.learning import rules
from courses.learning.completion import Outline
from courses.learning.enums import EnrollmentState, ItemState
from courses.learning.queries import Place, RunView, run_views, shown_runs
from web.dates import local, short_day

Facts = dict[str, Any]
STEP_STATES = {ItemState.DONE: "ok", ItemState.HERE: "here", ItemState.LOCKED: "lock"}


def facts_of(
    courses: Sequence[CoursePage], *, viewer: User | None, organization_id: int | None, at: datetime.datetime
) -> dict[int, Facts]:
    """`{course id: facts}` as cms.hooks describes them, in a fixed number of queries."""
    ids = [course.pk for course in courses]
    views = run_views(shown_runs(ids, viewer=viewer, at=at), viewer=viewer, organization_id=organization_id)
    return {course_id: facts_of_course(views.get(course_id, []), at=at) for course_id in ids}


def facts_of_course(views: list[RunView], *, at: datetime.datetime) -> Facts:
    """The viewer's own run comes first, then the run they can still enroll in, then the one that opens next."""
    if own := own_view(views):
        return facts_of_own(*own, at=at)
    if view := next((view for view in views if is_enrolling(view, at)), None):
        return {"when": when(view, at), **seats_facts(view)}
    if view := next((view for view in views if at < view.run.enroll_opens_at), None):
        opens = _("Enrollment opens %(day)s") % {"day": short_day(view.run.enroll_opens_at)}
        return {"when": when(view, at), "note": opens}
    return {"note": _("No run open now")}


def own_view(views: list[RunView]) -> tuple[RunView, Place] | None:
    """The run the viewer is in; an unfinished one before a completed one."""
    mine = [(view, view.place) for view in views if view.place]
    unfinished = (own for own in mine if own[1].enrollment.state == EnrollmentState.CONFIRMED)
    return next(unfinished, mine[0] if mine else None)


def is_enrolling(view: RunView, at: datetime.datetime) -> bool:
    return view.run.enroll_opens_at <= at < view.run.enroll_closes_at


def seats_facts(view: RunView) -> Facts:
    return {"seats_left": view.left, "seats": view.seats} if view.left > 0 else {"tag": ("warn", _("Full"))}


def facts_of_own(view: RunView, place: Place, *, at: datetime.datetime) -> Facts:
    outline, run = place.outline, view.run
    facts: Facts = {"when": _("You are in %(run)s") % {"run": run.name}, "steps": steps_of(outline)}
    if place.enrollment.state == EnrollmentState.COMPLETED:
        return {**facts, "tag": ("gold", _("Completed"))}
    if not rules.has_begun(run=run, at=at):
        days = (run.starts_on - local(at).date()).days
        begins = ngettext("Begins in %(days)s day", "Begins in %(days)s days", days) % {"days": days}
        return {**facts, "tag": ("ok", _("Enrolled")), "note": begins, "steps": {}}
    here = outline.here.item.position if outline.here else 0
    return {**facts, "done": outline.done, "total": outline.total, "now": here}


def steps_of(outline: Outline) -> dict[int, dict[str, str]]:
    """`{lesson page id: {state, note}}` for the outline on the course's page."""
    return {step.item.page_id: {"state": STEP_STATES[step.state], "note": step.hint} for step in outline.steps}


def when(view: RunView, at: datetime.datetime) -> str:
    """When a run begins, in words; one without an end that has begun is there at any time."""
    if view.run.ends_on is None and rules.has_begun(run=view.run, at=at):
        return _("At any time")
    if rules.has_begun(run=view.run, at=at):
        return _("Running since %(day)s") % {"day": short_day(view.run.starts_on)}
    return _("Begins %(day)s") % {"day": short_day(view.run.starts_on)}
