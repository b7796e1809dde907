"""A sign-in follows the phone that HR names only while nothing but this firm's claim speaks of the person."""

import pytest
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from accounts.actions import find_or_make_by_phone
from ecosystem.actions import roles, staff
from ecosystem.enums import RoleKind
from ecosystem.models import Ecosystem, Role

MEANT, MINE = "+8613911112222", "+8613911113333"


def make_office(person, firm):
    on = timezone.localdate()
    roles.grant(
        person=person,
        kind=RoleKind.OFFICE,
        scope=Ecosystem.objects.create(name="链才"),
        from_on=on,
        by=None,
        at=timezone.now(),
    )


def make_administrator(person, firm):
    on = timezone.localdate()
    roles.grant(person=person, kind=RoleKind.ADMINISTRATOR, scope=firm, from_on=on, by=None, at=timezone.now())


def make_superuser(person, firm):
    person.is_superuser = True
    person.save()


def make_author(person, firm):
    person.is_staff = True
    person.save()


def give_password(person, firm):
    person.password = make_password("long and known")
    person.save()


@pytest.mark.parametrize("more", [make_office, make_administrator, make_superuser, make_author, give_password])
def test_nobody_gets_what_another_may_do_by_naming_their_own_phone(firm, hr, at, more):
    person = find_or_make_by_phone(phone=MEANT)
    more(person, firm)
    held = staff.join(organization=firm, name="甲", phone=MEANT, by=hr, at=at)
    assert held.person_id == person.pk
    moved = staff.change(employment=held, version=1, fields={"claimed_phone": MINE}, by=hr, at=at)
    person.refresh_from_db()
    assert (person.phone, moved.person.phone) == (MEANT, MINE)
    assert [role.kind for role in Role.objects.filter(person=moved.person)] == [RoleKind.EMPLOYEE]
    assert not moved.person.is_superuser and not moved.person.has_usable_password()
