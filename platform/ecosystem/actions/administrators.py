"""The first administrator of an organization: the office names somebody by phone, who says yes at the first sign-in."""

import datetime

from django.db import transaction

from accounts.models import User
from ecosystem.actions import employing, invitations, roles, staff
from ecosystem.actions.claims import lock_staff
from ecosystem.enums import EmploymentState, EventOrigin, RoleKind
from ecosystem.models import Employment, Organization
from ecosystem.queries.roles import administrators
from ecosystem.rules import office as rules
from web.dates import local

GRANTED = (RoleKind.ADMINISTRATOR, RoleKind.HR)


@transaction.atomic
def invite_first_administrator(
    *,
    organization: Organization,
    name: str,
    phone: str,
    by: User | None,
    at: datetime.datetime,
    post: str = "",
    origin_id: int | None = None,
) -> Employment:
    """Name somebody by name and phone (E.164) and invite them; the roles hold once they have said yes.

    Raises NotAllowed when the organization has an administrator. Who was named before and has not come, under another
    number, administers no more: that number may be a stranger's.
    """
    organization, today = lock_staff(organization.pk), local(at).date()
    rules.check_first_administrator(has_one=administrators(organization, today).exists())
    for waiting in named_before(organization):
        if waiting.claimed_phone != phone:
            employing.end(waiting, max(today, waiting.from_on), by=by, at=at)
    employment = claimed(organization, phone) or staff.join(
        organization=organization,
        name=name,
        phone=phone,
        post=post,
        by=by,
        at=at,
        origin=EventOrigin.APPLICATION,
        origin_id=origin_id,
    )
    for kind in GRANTED:
        roles.grant(person=employment.person, kind=kind, scope=organization, from_on=today, by=by, at=at)
    invitations.invite(employments=[employment], by=by, at=at)
    return employment


def named_before(organization: Organization) -> list[Employment]:
    """Who was to administer and has not answered."""
    granted = organization.roles.filter(kind=RoleKind.ADMINISTRATOR, to_on=None).values("person")
    waiting = Employment.objects.current().filter(organization=organization, person__in=granted)
    found = list(waiting.exclude(state=EmploymentState.CONFIRMED).order_by("pk"))
    for employment in found:
        employment.organization = organization
    return found


def claimed(organization: Organization, phone: str) -> Employment | None:
    """Somebody whom the organization's roster has under this number already; asked again when they refused."""
    here = Employment.objects.current().filter(organization=organization, claimed_phone=phone)
    return here.exclude(state=EmploymentState.REFUSED).first()
