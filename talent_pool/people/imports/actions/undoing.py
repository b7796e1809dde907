"""An import is undone: everything it wrote becomes what it was, while nobody has built on it."""

import datetime
from collections.abc import Callable

from django.db import IntegrityError, transaction
from django.db.models.deletion import ProtectedError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

import audit
import jobs
from accounts.models import User
from audit import outbox
from ecosystem.models import Organization
from ecosystem.queries import role_kinds
from ecosystem.staff import names_of
from talent_pool.people import rules
from talent_pool.people.imports.actions.holding import hold, settle_all
from talent_pool.people.imports.reading_again import Progress
from talent_pool.people.imports.restoring import Restoring
from talent_pool.people.imports.what_was_done import Done, answered_since, done_by, touched_since
from talent_pool.people.models import RosterImport
from talent_pool.people.models.imports import ImportState
from talent_pool.people.models.leavers import LeaverState
from web.dates import local

KIND = "people.undo_roster"
AT_ONCE = 2_000
MOST_NAMES = 5


def undo(*, roster: RosterImport, by: User, at: datetime.datetime) -> RosterImport:
    """Undo a small import at once; leave a large one to the worker. Raises rules.ImportRefused: who is in the way."""
    settle_all(roster.organization)
    numbers = roster.numbers
    if numbers.get("new", 0) + numbers.get("updated", 0) <= AT_ONCE:
        with transaction.atomic():
            locked = begin(roster, by=by, at=at)
            return carry_out(locked, by=by, at=at, progress=lambda done, total: None)
    try:
        return start(roster=roster, by=by, at=at)
    except IntegrityError as taken:
        raise rules.ImportRefused(
            _("Another roster of yours is just being written. Wait until it is done; yours stays as it is.")
        ) from taken


def begin(roster: RosterImport, *, by: User, at: datetime.datetime) -> RosterImport:
    rules.check_may_import(role_kinds(by, roster.organization, local(at).date()))
    locked = hold(roster, None)
    rules.check_can_undo(state=locked.state, committed_at=locked.committed_at, at=at)
    return locked


@transaction.atomic
def start(*, roster: RosterImport, by: User, at: datetime.datetime) -> RosterImport:
    locked = begin(roster, by=by, at=at)
    locked.state, locked.refusal = ImportState.UNDOING, ""
    locked.job = jobs.start(KIND, by=by, for_org=locked.organization, at=at, import_id=locked.pk)
    locked.save(update_fields=["state", "refusal", "job"])
    audit.record(by=by, for_org=locked.organization, verb="people.roster_undo_asked", subject=locked, at=at)
    return locked


@transaction.atomic
def write(*, import_id: int, at: datetime.datetime, progress: Progress) -> dict[str, int]:
    """The worker's part. Done already: done."""
    rosters = RosterImport.objects.select_for_update(of=("self",)).select_related("organization", "job__by")
    roster = rosters.get(pk=import_id)
    if roster.state == ImportState.UNDOING and roster.job and roster.job.by:
        carry_out(roster, by=roster.job.by, at=at, progress=progress)
    return {"undone": 1}


def carry_out(roster: RosterImport, *, by: User, at: datetime.datetime, progress: Progress) -> RosterImport:
    """In the caller's transaction, with the import locked."""
    Organization.objects.select_for_update(no_key=True).get(pk=roster.organization_id)
    done = done_by(roster)
    check_nobody_in_the_way(roster, done)
    roster.leavers.filter(state=LeaverState.OPEN).delete()
    try:
        Restoring(roster, done, by=by, at=at, progress=progress).carry_out()
    except ProtectedError as protected:
        raise rules.ImportRefused(
            _("Something has begun for people of this roster since. It stays; change the people one by one.")
        ) from protected
    roster.state, roster.undone_at, roster.refusal = ImportState.UNDONE, at, ""
    roster.save(update_fields=["state", "undone_at", "refusal"])
    audit.record(
        by=by,
        for_org=roster.organization,
        verb="people.roster_undone",
        subject=roster,
        at=at,
        people=len(done.touched),
    )
    outbox.post("people.roster_undone", organization_id=roster.organization_id)
    return roster


def check_nobody_in_the_way(roster: RosterImport, done: Done) -> None:
    if answered := answered_since(done):
        raise rules.ImportRefused(named(roster, answered, has_answered))
    if touched := touched_since(roster, done):
        raise rules.ImportRefused(named(roster, touched, was_changed))


def named(roster: RosterImport, ids: list[int], say: Callable[[int], str]) -> str:
    """Who stands in the way, by name: their own HR is told."""
    names = list(names_of(roster.organization, ids[:MOST_NAMES]).values())
    listed = _(", ").join(names)
    if len(ids) > len(names):
        listed = _("%(names)s and others") % {"names": listed}
    return say(len(ids)) % {"names": listed}


def has_answered(count: int) -> str:
    return ngettext(
        "%(names)s has answered since. What this roster wrote stays; change people one by one.",
        "%(names)s have answered since. What this roster wrote stays; change people one by one.",
        count,
    )


def was_changed(count: int) -> str:
    return ngettext(
        "%(names)s was changed since. What this roster wrote stays; change people one by one.",
        "%(names)s were changed since. What this roster wrote stays; change people one by one.",
        count,
    )


@transaction.atomic
def give_up(*, import_id: int, sentence: str, at: datetime.datetime) -> None:
    """The undoing was stopped or refused: everything stays as the import left it."""
    roster = RosterImport.objects.select_for_update(of=("self",)).select_related("organization").get(pk=import_id)
    if roster.state == ImportState.UNDOING:
        roster.state, roster.refusal = ImportState.COMMITTED, sentence[:400]
        roster.save(update_fields=["state", "refusal"])
        audit.record(by=None, for_org=roster.organization, verb="people.roster_undo_refused", subject=roster, at=at)
