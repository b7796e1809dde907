"""How a firm's claim is written: the locks and their order, the history, and which person a phone means.

Locks are taken in one order by all who write a firm's staff, rosters too: the organization, its employments by id,
people. Within the organization's lock nobody else writes its staff by these actions or by a roster.
"""

import datetime
from typing import Any

from django.db import IntegrityError, models, transaction
from django.db.models import F
from django.db.models.functions import Greatest

from accounts.actions import find_or_make_by_phone, make_without_phone
from accounts.models import User
from ecosystem.enums import EventOrigin, RoleKind
from ecosystem.models import Department, Employment, EmploymentEvent, Organization, Role
from ecosystem.queries.employments import only_claimed_by
from ecosystem.rules import departments as department_rules
from ecosystem.rules import staff as staff_rules

Changes = dict[str, list[Any]]


def lock_staff(organization_id: int) -> Organization:
    """Everybody who writes this firm's staff waits for the transaction's end."""
    return Organization.objects.select_for_update(no_key=True).get(pk=organization_id)


def lock(employment: Employment) -> Employment:
    """The employment as it stands, locked after its organization."""
    organization = lock_staff(employment.organization_id)
    locked = Employment.objects.select_for_update(no_key=True).filter(pk=employment.pk).first()
    staff_rules.check_is_there(is_there=locked is not None)
    assert locked is not None
    locked.organization = organization
    return locked


def check_own(department: Department | None, organization: Organization) -> None:
    """Refuse a department of another firm, and one that is no more; asked within the firm's lock."""
    mine = Department.objects.filter(organization=organization)
    department_rules.check_own(is_own=department is None or mine.filter(pk=department.pk).exists())


def check_colleague(manager: Employment | None, organization: Organization) -> None:
    """Refuse a line manager who is no more."""
    mine = Employment.objects.filter(organization=organization)
    staff_rules.check_is_there(is_there=manager is None or mine.filter(pk=manager.pk).exists())


def stated(value: Any) -> Any:
    """A value as the history keeps it: text, or the id of a department or of a line manager's employment."""
    if isinstance(value, models.Model):
        return value.pk
    if value is None or isinstance(value, int):
        return value
    return str(value)


def put(employment: Employment, fields: dict[str, Any]) -> Changes:
    """Set the fields that differ and grow the version; returns `{field: [before, after]}`. Saves nothing."""
    changes: Changes = {}
    for name, value in fields.items():
        before, after = getattr(employment, current_name(name)), stated(value)
        if stated(before) != after:
            changes[name] = [stated(before), after]
            setattr(employment, name, value)
    if changes:
        employment.version += 1
    return changes


def current_name(name: str) -> str:
    """A relation is compared by id, without reading the row it points at."""
    return f"{name}_id" if name in {"department", "line_manager", "person"} else name


def event(
    employment: Employment,
    kind: str,
    changes: Changes,
    *,
    by: User | None,
    at: datetime.datetime,
    origin: str = EventOrigin.HAND,
    origin_id: int | None = None,
) -> EmploymentEvent:
    """An unsaved row of the history."""
    return EmploymentEvent(
        employment=employment, kind=kind, changes=changes, by=by, at=at, origin=origin, origin_id=origin_id
    )


def check_free(organization: Organization, *, phone: str = "", staff_no: str = "", besides: int | None = None) -> None:
    """Refuse a phone or a staff number that a colleague has."""
    others = Employment.objects.current().filter(organization=organization).exclude(pk=besides)
    staff_rules.check_free(
        phone_taken=bool(phone) and others.filter(claimed_phone=phone).exists(),
        number_taken=bool(staff_no) and others.filter(staff_no=staff_no).exists(),
    )


def person_meant(phone: str, organization: Organization, *, besides: int | None = None) -> User:
    """Whom a claim with this phone asks. Somebody who works here under another number is not asked twice: the claim
    gets a person nobody can sign in as, and the firm learns nothing of the number.
    """
    person = find_or_make_by_phone(phone=phone)
    here = Employment.objects.current().filter(organization=organization, person=person).exclude(pk=besides)
    return make_without_phone() if here.exists() else person


def follow_phone(employment: Employment, phone: str) -> User:
    """Whom an unanswered claim asks once the firm names another phone; the role of an employee goes along.

    Who was only ever claimed here and has not come keeps their row under the new phone, where nobody has it.
    """
    before = User.objects.select_for_update().get(pk=employment.person_id)
    if only_claimed_by(employment.organization).filter(pk=before.pk).exists():
        try:
            with transaction.atomic():
                User.objects.filter(pk=before.pk).update(phone=phone)
        except IntegrityError:
            User.objects.filter(pk=before.pk).update(phone=None)
    person = person_meant(phone, employment.organization, besides=employment.pk)
    if person.pk != before.pk:
        hand_employee_role(before, person, employment.organization)
    return person


def hand_employee_role(before: User, person: User, organization: Organization) -> None:
    """What the other person was granted beyond it was not granted to this one."""
    mine = Role.objects.filter(organization=organization, kind=RoleKind.EMPLOYEE, to_on=None)
    if not mine.filter(person=person).exists():
        mine.filter(person=before).update(person=person)


def end_roles(employment: Employment, on: datetime.date) -> list[int]:
    """End what the person holds for the organization on the day; returns the roles' ids."""
    mine = Role.objects.filter(organization=employment.organization_id, person=employment.person_id)
    still = mine.filter(models.Q(to_on=None) | models.Q(to_on__gt=on)).order_by("pk").select_for_update()
    ids = [role.pk for role in still]
    Role.objects.filter(pk__in=ids).update(to_on=Greatest(F("from_on"), on))
    return ids
