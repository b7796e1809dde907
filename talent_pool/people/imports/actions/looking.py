"""A roster is looked at: read, compared with the staff, and put down for the screens. Nothing of the staff changes."""

import datetime
from collections.abc import Iterator
from itertools import islice

from django.db import transaction
from django.utils.translation import override

import audit
import jobs
from accounts.models import User
from sheets import SheetRefused
from talent_pool.people.imports.actions.leaving import missing
from talent_pool.people.imports.reading_again import Halves, Progress, read, rows_expected
from talent_pool.people.imports.shown_rows import rows_of
from talent_pool.people.imports.understood import asked, offered, understood
from talent_pool.people.models import RosterImport, RosterRow
from talent_pool.people.models.imports import OPEN_IMPORTS, ImportState
from talent_pool.people.rosters.digest import digest
from talent_pool.people.rosters.matching import Plan, looks_whole, plan_import
from talent_pool.people.rosters.outcome import Outcome
from talent_pool.people.rosters.reading import HeaderUnknown, Roster

KIND = "people.look_at_roster"
SMALL_FILE = 200_000
SMALL_ROSTER = 2_000
BATCH = 2_000
LOOKED_AT = OPEN_IMPORTS - {ImportState.COMMITTING}
MOST_MOVED = 1_000


class TooLong(Exception):
    """More rows than somebody should wait for at the page."""


def look_soon(*, roster: RosterImport, by: User, at: datetime.datetime) -> RosterImport:
    """Look at once at what is small; leave the rest to the worker."""
    is_small = roster.numbers["rows"] <= SMALL_ROSTER if roster.numbers else roster.file.size <= SMALL_FILE
    if is_small:
        try:
            return look(import_id=roster.pk, at=at, progress=stop_when_long)
        except TooLong:
            pass
    return look_later(roster=roster, by=by, at=at)


@transaction.atomic
def look_later(*, roster: RosterImport, by: User, at: datetime.datetime) -> RosterImport:
    """Leave the look to the worker; the one that waits already will see the latest corrections."""
    locked = RosterImport.objects.select_for_update().get(pk=roster.pk)
    if locked.job is None or locked.job.kind != KIND or not locked.job.is_unfinished:
        locked.job = jobs.start(KIND, by=by, for_org=locked.organization, at=at, import_id=locked.pk)
        locked.save(update_fields=["job"])
    return locked


def stop_when_long(done: int, total: int) -> None:
    if max(done, total) > SMALL_ROSTER:
        raise TooLong


def look(*, import_id: int, at: datetime.datetime, progress: Progress) -> RosterImport:
    """Look until nobody has corrected the roster meanwhile, and return it. Again is harmless."""
    while True:
        roster = RosterImport.objects.select_related("organization", "by").get(pk=import_id)
        if roster.state not in LOOKED_AT or not roster.file:
            return roster
        with override(roster.by.language):
            done = look_once(roster, at=at, progress=progress)
        if done is not None:
            return done


def look_once(roster: RosterImport, *, at: datetime.datetime, progress: Progress) -> RosterImport | None:
    """None when the roster was corrected while it was read."""
    halves = Halves(progress, rows_expected(roster))
    try:
        found = read(roster, progress=halves.reading)
    except HeaderUnknown as unknown:
        return write_asked(roster, unknown, at=at)
    except SheetRefused as refusal:
        return write_refused(roster, str(refusal), at=at)
    plan = plan_import(found, roster.organization)
    return write_looked(roster, found, plan, halves, at=at)


def held(seen: RosterImport) -> RosterImport | None:
    """The roster, locked, when it still is what was read."""
    locked = RosterImport.objects.select_for_update(of=("self",)).select_related("organization").get(pk=seen.pk)
    return locked if locked.version == seen.version and locked.state in LOOKED_AT else None


@transaction.atomic
def write_asked(seen: RosterImport, unknown: HeaderUnknown, *, at: datetime.datetime) -> RosterImport | None:
    """No header was recognized: HR says what the columns mean."""
    roster = held(seen)
    if roster is None:
        return None
    roster.state, roster.understood = ImportState.ASKING, asked(unknown)
    roster.refusal = "" if roster.version == 1 else str(unknown)
    roster.looked_version = roster.version
    roster.save(update_fields=["state", "understood", "refusal", "looked_version"])
    told(roster, "people.roster_asked", at=at)
    return roster


@transaction.atomic
def write_refused(seen: RosterImport, refusal: str, *, at: datetime.datetime) -> RosterImport | None:
    """The file cannot be read and is not kept; one that could be read before is asked about again."""
    roster = held(seen)
    if roster is None:
        return None
    roster.refusal, roster.looked_version = refusal[:400], roster.version
    if roster.understood:
        roster.state = ImportState.ASKING
        roster.save(update_fields=["state", "refusal", "looked_version"])
        told(roster, "people.roster_asked", at=at)
        return roster
    roster.state = ImportState.REFUSED
    name, storage = str(roster.file.name), roster.file.storage
    roster.file = ""
    roster.save(update_fields=["state", "refusal", "looked_version", "file"])
    transaction.on_commit(lambda: storage.delete(name), robust=True)
    told(roster, "people.roster_unread", at=at)
    return roster


@transaction.atomic
def write_looked(
    seen: RosterImport, found: Roster, plan: Plan, halves: Halves, *, at: datetime.datetime
) -> RosterImport | None:
    """Put down what would happen: the rows, the numbers, what was understood and offered, and the digest of it all."""
    everybody = found.every_row
    halves.read(len(everybody))
    roster = held(seen)
    if roster is None:
        return None
    numbers = Outcome.of(found, plan).numbers | {
        "skipped": len(found.skipped_rows),
        "rows": len(everybody),
        "missing": len(missing(plan, roster.by_id)),
    }
    meant = understood(found, plan)
    was_moved = roster.understood.get("moving", False)
    if was_moved:
        meant["moved"] = moved(roster, found, plan)
    roster.rows.all().delete()
    for done, batch in enumerate(batched(rows_of(roster, found, plan))):
        RosterRow.objects.bulk_create(batch)
        halves.writing(done * BATCH + len(batch), numbers["rows"])
    roster.state, roster.looked_at, roster.looked_version = ImportState.LOOKED, at, roster.version
    roster.numbers, roster.understood, roster.offers = numbers, meant, offered(found, plan)
    roster.digest = digest(plan, found)
    roster.sheet = roster.sheet or found.sheet[:80]
    if roster.is_whole is None:
        roster.is_whole = looks_whole(plan, plan.staff)
    if not was_moved:
        roster.refusal = ""
    roster.save()
    told(roster, "people.roster_looked", at=at)
    return roster


def told(roster: RosterImport, verb: str, *, at: datetime.datetime) -> None:
    audit.record(
        by=roster.by, for_org=roster.organization, verb=verb, subject=roster, at=at, version=roster.looked_version
    )


def moved(roster: RosterImport, found: Roster, plan: Plan) -> list[int]:
    """The rows of which something else is true now than when HR looked."""
    before = {number: (result, changes) for number, result, changes in rows_before(roster)}
    now = ((row.number, (row.result, row.changes)) for row in rows_of(roster, found, plan))
    return [number for number, stands in now if before.get(number) != stands][:MOST_MOVED]


def rows_before(roster: RosterImport) -> Iterator[tuple]:
    return roster.rows.values_list("number", "result", "changes").iterator()


def batched(rows: Iterator[RosterRow]) -> Iterator[list[RosterRow]]:
    while batch := list(islice(rows, BATCH)):
        yield batch
