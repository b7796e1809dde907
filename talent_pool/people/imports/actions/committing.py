"""A roster that HR has checked is written: exactly what was seen, or nothing."""

import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

import audit
import jobs
from accounts.models import User
from ecosystem.models import Organization
from ecosystem.queries import role_kinds
from talent_pool.people import rules
from talent_pool.people.imports.actions.holding import hold, settle_all
from talent_pool.people.imports.actions.leaving import propose_leavers
from talent_pool.people.imports.before import Before
from talent_pool.people.imports.reading_again import Halves, Progress, read
from talent_pool.people.models import RosterImport
from talent_pool.people.models.imports import ImportState
from talent_pool.people.rosters.actions import RosterMoved, commit_roster
from talent_pool.people.rosters.reading import Roster
from web.dates import local

KIND = "people.commit_roster"


def start(
    *, roster: RosterImport, version: int, digest: str, is_whole: bool | None, by: User, at: datetime.datetime
) -> RosterImport:
    """Leave the writing to the worker. `version` and `digest` are those of the page on which HR said yes."""
    settle_all(roster.organization)
    try:
        return start_alone(roster=roster, version=version, digest=digest, is_whole=is_whole, by=by, at=at)
    except IntegrityError as taken:
        raise rules.ImportRefused(
            _("Another roster of yours is just being written. Wait until it is done; yours stays as it is.")
        ) from taken


@transaction.atomic
def start_alone(
    *, roster: RosterImport, version: int, digest: str, is_whole: bool | None, by: User, at: datetime.datetime
) -> RosterImport:
    rules.check_may_import(role_kinds(by, roster.organization, local(at).date()))
    locked = hold(roster, version)
    numbers = locked.numbers
    rules.check_can_commit(
        state=locked.state,
        version=locked.version,
        looked_version=locked.looked_version,
        rows=numbers.get("new", 0) + numbers.get("updated", 0),
        missing=numbers.get("missing", 0) if is_whole else 0,
    )
    if digest != locked.digest:
        raise rules.Stale(_("This roster was looked at again meanwhile. Here is how it stands now; please look again."))
    locked.state, locked.refusal, locked.committed_by = ImportState.COMMITTING, "", by
    locked.is_whole = locked.is_whole if is_whole is None else is_whole
    locked.job = jobs.start(KIND, by=by, for_org=locked.organization, at=at, import_id=locked.pk)
    locked.save(update_fields=["state", "refusal", "committed_by", "is_whole", "job"])
    audit.record(
        by=by, for_org=locked.organization, verb="people.roster_commit_asked", subject=locked, at=at, version=version
    )
    return locked


def write(*, import_id: int, at: datetime.datetime, progress: Progress) -> dict[str, int]:
    """The worker's part: read the file again, and write it when it still comes to what HR saw.

    Raises rules.Moved when it does not; the roster then waits to be looked at again. Done already: done.
    """
    roster = RosterImport.objects.select_related("organization", "by", "committed_by").get(pk=import_id)
    if roster.state == ImportState.COMMITTED:
        return counts(roster.numbers)
    if roster.state == ImportState.LOOKED and roster.understood.get("moving"):
        raise rules.Moved(roster.refusal)  # killed before the roster was looked at again
    if roster.state != ImportState.COMMITTING:
        raise rules.ImportRefused(_("This roster is not being written any more."))
    halves = Halves(progress, roster.numbers["rows"])
    with override(roster.by.language):
        found = read(roster, progress=halves.reading)
    try:
        return counts(write_all(roster, found, halves, at=at).numbers)
    except RosterMoved as moved:
        send_back(roster, str(moved))
        raise rules.Moved(str(moved)) from moved


@transaction.atomic
def write_all(roster: RosterImport, found: Roster, halves: Halves, *, at: datetime.datetime) -> RosterImport:
    """Everything in one transaction, and with it what an undo needs to know."""
    locked = RosterImport.objects.select_for_update(of=("self",)).select_related("organization").get(pk=roster.pk)
    if locked.state != ImportState.COMMITTING:
        return locked
    firm = locked.organization
    Organization.objects.select_for_update(no_key=True).get(pk=firm.pk)
    before = Before(firm, found)
    outcome = commit_roster(
        roster=found,
        organization=firm,
        by=roster.committed_by,
        at=at,
        expected_digest=locked.digest,
        origin_id=locked.pk,
        progress=halves.writing,
    )
    locked.state, locked.committed_at = ImportState.COMMITTED, at
    locked.numbers |= outcome.numbers | {"before": before.told()}
    if locked.is_whole:
        locked.numbers["leavers"] = propose_leavers(locked, found, at=at)
    locked.save(update_fields=["state", "committed_at", "numbers"])
    audit.record(by=roster.committed_by, for_org=firm, verb="people.roster_written", subject=locked, at=at)
    return locked


def counts(numbers: dict[str, Any]) -> dict[str, int]:
    return {name: value for name, value in numbers.items() if isinstance(value, int)}


@transaction.atomic
def send_back(roster: RosterImport, sentence: str) -> None:
    """The firm's staff is not what HR saw: to be looked at again, with what has changed marked."""
    locked = RosterImport.objects.select_for_update(of=("self",)).select_related("organization").get(pk=roster.pk)
    if locked.state != ImportState.COMMITTING:
        return
    locked.state, locked.refusal = ImportState.LOOKED, sentence[:400]
    locked.understood |= {"moving": True}
    locked.looked_version = 0
    locked.save(update_fields=["state", "refusal", "understood", "looked_version"])
    audit.record(by=None, for_org=locked.organization, verb="people.roster_moved", subject=locked, at=locked.looked_at)


@transaction.atomic
def give_up(*, import_id: int, at: datetime.datetime) -> None:
    """Somebody stopped the writing: nothing was written, and the roster waits as it did."""
    roster = RosterImport.objects.select_for_update(of=("self",)).select_related("organization").get(pk=import_id)
    if roster.state == ImportState.COMMITTING:
        roster.state = ImportState.LOOKED
        roster.save(update_fields=["state"])
        audit.record(by=None, for_org=roster.organization, verb="people.roster_stopped", subject=roster, at=at)
