"""Who stands on the staff and not in a whole roster: put to HR one by one, never ended by the house."""

import datetime

from django.db import transaction

import audit
from accounts.models import User
from ecosystem.actions import staff
from ecosystem.actions.claims import lock_staff
from ecosystem.enums import EmploymentState
from ecosystem.models import Employment
from ecosystem.queries import role_kinds
from talent_pool.people import rules
from talent_pool.people.models import LeaverProposal, RosterImport
from talent_pool.people.models.leavers import LeaverState
from talent_pool.people.rosters.matching import Held, Plan, leavers, plan_import
from talent_pool.people.rosters.reading import Roster
from web.dates import local


def missing(plan: Plan, asking: int | None) -> list[Held]:
    """Those of the staff whom no row means, but for whoever brings the roster in: they are at hand."""
    return [held for held in leavers(plan, plan.staff) if held.person_id != asking]


def propose_leavers(roster: RosterImport, found: Roster, *, at: datetime.datetime) -> int:
    """After the writing: how many are proposed."""
    plan = plan_import(found, roster.organization)
    gone = missing(plan, roster.committed_by_id)
    open_now = LeaverProposal.objects.filter(employment__organization=roster.organization, state=LeaverState.OPEN)
    asked = set(open_now.values_list("employment_id", flat=True))
    made = [
        LeaverProposal(employment_id=held.pk, roster_import=roster, proposed_at=at)
        for held in gone
        if held.pk not in asked
    ]
    LeaverProposal.objects.bulk_create(made, batch_size=1_000)
    return len(made)


@transaction.atomic
def answer(
    *, proposal: LeaverProposal, has_left: bool, on: datetime.date, by: User, at: datetime.datetime
) -> LeaverProposal:
    """HR says whether the person has left; leaving is the staff's own deed and does what it always does.

    Raises DoesNotExist when the roster that proposed it was undone meanwhile.
    """
    employment = Employment.objects.select_related("organization").get(pk=proposal.employment_id)
    lock_staff(employment.organization_id)
    locked = LeaverProposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
    rules.check_may_import(role_kinds(by, employment.organization, local(at).date()))
    if locked.state != LeaverState.OPEN:
        return locked
    if has_left and employment.to_on is None and employment.state != EmploymentState.REFUSED:
        staff.leave(employment=employment, on=on, by=by, at=at)
    locked.state = LeaverState.LEFT if has_left else LeaverState.STAYS
    locked.decided_at, locked.decided_by = at, by
    locked.save(update_fields=["state", "decided_at", "decided_by"])
    audit.record(
        by=by, for_org=employment.organization, verb=f"people.leaver_{locked.state}", subject=employment, at=at
    )
    return locked
