"""A roster looked at, and a roster carried out: all of it in one transaction, or nothing."""

import datetime
from collections import Counter

from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _

import audit
from accounts.models import User
from audit import outbox
from ecosystem.actions import organizations
from ecosystem.models import Employment, Organization
from ecosystem.uscc import normalize_uscc
from talent_pool.people.models import UnknownSkill
from talent_pool.people.rosters.carrying_out import Import
from talent_pool.people.rosters.digest import digest
from talent_pool.people.rosters.matching import plan_import
from talent_pool.people.rosters.outcome import Outcome
from talent_pool.people.rosters.reading import Progress, Roster

BATCH = 1_000


class FirmRefused(Exception):
    """A sentence that says why a roster has no firm to go to."""


class RosterMoved(Exception):
    """A sentence that says that the firm's roster is not any more what somebody has looked at."""


def preview_roster(*, roster: Roster, organization: Organization | None) -> Outcome:
    """What a commit would do now. Writes nothing; a firm that does not exist yet has no staff."""
    return Outcome.of(roster, plan_import(roster, organization))


@transaction.atomic
def commit_roster(
    *,
    roster: Roster,
    organization: Organization,
    by: User | None,
    at: datetime.datetime,
    expected_digest: str | None = None,
    origin_id: int | None = None,
    progress: Progress | None = None,
) -> Outcome:
    """Carry the roster out and return what was done: the same as a look just before would have told.

    New people get an employment that waits for their yes and the role of an employee; whoever a phone already signs
    in gets one more employment and nothing else of theirs is read or written. One import at a time per firm.
    Raises RosterMoved when `expected_digest` is given and the plan has become another one. `origin_id` names the
    import in each employment's history; whatever `progress` raises undoes everything.
    """
    Organization.objects.select_for_update(no_key=True).get(pk=organization.pk)
    hold_staff(organization)
    plan = plan_import(roster, organization)
    if expected_digest is not None and digest(plan, roster) != expected_digest:
        raise RosterMoved(_("Your staff has changed since you looked. Nothing was written; look again at what is new."))
    outcome = Outcome.of(roster, plan)
    write_unknown_skills(roster, organization)
    if plan.new or plan.changed:
        made = Import(organization, by=by, at=at, origin_id=origin_id, progress=progress).carry_out(plan)
        audit.record(
            by=by,
            for_org=organization,
            verb="people.roster_committed",
            subject=organization,
            at=at,
            **outcome.numbers,
            new_ids=[employment.pk for employment in made],
            changed={change.held.pk: sorted(change.fields) for change in plan.changed},
        )
        outbox.post("people.roster_committed", organization_id=organization.pk)
    return outcome


@transaction.atomic
def find_or_register_firm(*, uscc: str, name: str | None, by: User | None, at: datetime.datetime) -> Organization:
    """The firm with this code; registered under the name when there is none.

    Raises FirmRefused without a name, or when another organization bears it; UsccRefused for a code that cannot be.
    """
    code = normalize_uscc(uscc)
    with connection.cursor() as cursor:  # two first imports at once: the second finds what the first registered
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"firm {code}"])
    if firm := Organization.objects.filter(uscc=code).first():
        return firm
    code = organizations.check_uscc(uscc)
    if not name:
        raise FirmRefused(_("No firm is registered under %(code)s; say its name to register it.") % {"code": code})
    try:
        with transaction.atomic():
            return organizations.register(name=name, uscc=code, by=by, at=at)
    except IntegrityError as taken:
        raise FirmRefused(
            _("%(name)s is registered already, and not under %(code)s.") % {"name": name, "code": code}
        ) from taken


def write_unknown_skills(roster: Roster, organization: Organization) -> None:
    """Keep the words of this roster that no skill is known by, with how many people they stand beside."""
    seen = Counter(word for row in roster.rows for word in row.unknown_skills)
    known = dict(UnknownSkill.objects.filter(organization=organization).values_list("text", "seen"))
    UnknownSkill.objects.bulk_create(
        [
            UnknownSkill(organization=organization, text=word, seen=count)
            for word, count in sorted(seen.items())
            if known.get(word) != count
        ],
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["organization", "text"],
        update_fields=["seen"],
    )


def hold_staff(organization: Organization) -> None:
    """Have everybody's yes or no wait until the import is through, so that none is overwritten by what stood before."""
    staff = Employment.objects.current().filter(organization=organization)
    list(staff.order_by("pk").select_for_update(no_key=True).values_list("pk"))
