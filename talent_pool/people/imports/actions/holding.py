"""A roster locked for a deed, in the state it really is in: a job that was stopped or failed left nothing done."""

from django.db import transaction

from ecosystem.models import Organization
from jobs.enums import JobState
from talent_pool.people import rules
from talent_pool.people.models import RosterImport
from talent_pool.people.models.imports import ImportState

BEFORE = {ImportState.COMMITTING: ImportState.LOOKED, ImportState.UNDOING: ImportState.COMMITTED}
"""What a roster goes back to when its writing or its undoing came to nothing."""


def hold(roster: RosterImport, version: int | None) -> RosterImport:
    """The roster, locked in the caller's transaction. With the version that the page showed, it must still be so and
    be open to corrections.

    The job is read once the lock is held: joined to a row that was waited for, a job begun meanwhile would be missing.
    """
    locked = RosterImport.objects.select_for_update(of=("self",)).select_related("organization").get(pk=roster.pk)
    settle(locked)
    if version is not None:
        rules.check_can_correct(locked.state)
        rules.check_version(seen=version, stands=locked.version)
    return locked


def settle(roster: RosterImport) -> None:
    """Write the state a roster fell back to when its job ended without success."""
    if fell_back(roster):
        roster.refusal = roster.job.refusal if roster.job else ""
        roster.state = BEFORE[ImportState(roster.state)]
        roster.save(update_fields=["state", "refusal"])


def fell_back(roster: RosterImport) -> bool:
    return roster.state in BEFORE and (
        roster.job is None or (not roster.job.is_unfinished and roster.job.state != JobState.DONE)
    )


def settle_all(organization: Organization) -> None:
    """The same for all rosters of a firm whose writing stands in the way of another's."""
    stuck = RosterImport.objects.select_for_update(of=("self",))
    with transaction.atomic():
        for roster in stuck.filter(organization=organization, state__in=sorted(BEFORE)).order_by("pk"):
            settle(roster)
