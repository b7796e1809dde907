"""Who works where, in which role, and who is behind a staff number."""

import datetime

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from accounts.models import User
from ecosystem.enums import EmploymentState, RoleKind
from ecosystem.models import Employment, Organization, Role
from ecosystem.queries.refusals import said_no


def today() -> datetime.date:
    """The Shanghai date now."""
    return timezone.localdate()


def find_person_by_staff_no(firm_code: str, staff_no: str) -> User | None:
    """The active person whom a firm's roster knows by this number today, unless that person refused the firm."""
    employment = (
        Employment.objects.on(today())
        .exclude(state=EmploymentState.REFUSED)
        .filter(organization__firm_code=firm_code, staff_no__iexact=staff_no, person__is_active=True)
        .exclude(person__phone=None)
        .select_related("person")
        .first()
    )
    return employment.person if employment else None


def employments_of(person: User, day: datetime.date) -> list[Employment]:
    """The person's employments on a day that were not refused, primary first, with organization and department.

    A firm that was told no does not ask the same person again for a while: see refusals.
    """
    return list(
        Employment.objects.on(day)
        .exclude(state=EmploymentState.REFUSED)
        .exclude(said_no(day))
        .filter(person=person)
        .select_related("organization", "department")
        .order_by("kind", "pk")
    )


def role_kinds(person: User, organization: Organization, day: datetime.date) -> set[str]:
    """The kinds of role the person holds for the organization on a day."""
    return set(Role.objects.on(day).filter(person=person, organization=organization).values_list("kind", flat=True))


def only_claimed_by(organization: Organization) -> QuerySet[User]:
    """People whom nothing but this firm's claim speaks of: they never came in or proved a phone, and are nothing
    elsewhere and nothing more here. Only their sign-in may follow the phone that the firm names: anybody else's would
    be handed, with all they may do, to whoever has that phone.
    """
    elsewhere = Employment.objects.filter(person=OuterRef("pk")).exclude(organization=organization)
    more = Role.objects.filter(person=OuterRef("pk")).exclude(organization=organization, kind=RoleKind.EMPLOYEE)
    never_came = User.objects.filter(
        last_login=None, phone_verified_at=None, password__startswith=UNUSABLE_PASSWORD_PREFIX
    )
    return never_came.filter(is_staff=False, is_superuser=False).exclude(Exists(elsewhere)).exclude(Exists(more))
