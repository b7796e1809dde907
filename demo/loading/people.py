"""Rosters as firms would send them, what each person answered, and the roles they hold."""

import csv
import datetime
import io

from django.contrib.auth.hashers import make_password

from accounts.actions import set_phone
from accounts.models import User
from demo.loading.organizations import Organizations
from demo.logins import NOT_YET_CONFIRMED, PASSWORD, SHOWN
from demo.staff import Person, read_staff
from ecosystem.actions import employments, roles
from ecosystem.models import Ecosystem, Employment, Organization
from talent_pool.people.rosters.actions import commit_roster
from talent_pool.people.rosters.reading import read_roster
from words.phones import normalize_phone

HEADER = ("姓名", "工号", "手机号", "部门", "岗位", "人才类别", "职称", "学历", "入职日期", "技能")

Employments = dict[str, Employment]
"""By the names of the people, who all have different ones."""


def load_people(
    organizations: Organizations, *, since: datetime.date, at: datetime.datetime
) -> tuple[dict[str, User], Employments]:
    """Users by name, and the employments of those who have one."""
    staff = read_staff()
    held: Employments = {}
    for key, organization in organizations.items():
        held |= _import_roster(organization, [person for person in staff if person.firm == key], at=at)
    users = {person.name: held[person.name].person if person.firm else _guest(person) for person in staff}
    for person in staff:
        if person.name not in NOT_YET_CONFIRMED:
            _come_in(users[person.name], held.get(person.name), person, at=at)
        scope = organizations[person.firm] if person.firm else Ecosystem.objects.get()
        for kind in person.roles:
            roles.grant(person=users[person.name], kind=kind, scope=scope, from_on=since, by=None, at=at)
    _give_passwords([users[name] for name in SHOWN])
    return users, held


def _import_roster(organization: Organization, staff: list[Person], *, at: datetime.datetime) -> Employments:
    commit_roster(roster=read_roster(_roster(staff)), organization=organization, by=None, at=at)
    made = Employment.objects.filter(organization=organization).select_related("person", "organization")
    return {employment.claimed_name: employment for employment in made}


def _roster(staff: list[Person]) -> bytes:
    """The file the firm's HR would have sent."""
    sheet = io.StringIO(newline="")
    csv.writer(sheet).writerows([HEADER, *map(_row, staff)])
    return sheet.getvalue().encode()


def _row(person: Person) -> tuple[str, ...]:
    facts = (person.department, person.post, person.category, person.title, person.education)
    return (person.name, person.staff_no, person.phone, *facts, person.joined_on.isoformat(), person.skills)


def _guest(person: Person) -> User:
    """Somebody whom no firm's roster names."""
    return User.objects.create_user(full_name=person.name, phone=normalize_phone(person.phone))


def _come_in(user: User, employment: Employment | None, person: Person, *, at: datetime.datetime) -> None:
    """The first sign-in: the phone is theirs, and so is the firm."""
    set_phone(user=user, phone=normalize_phone(person.phone), verified=True, at=at)
    if employment:
        employments.confirm(employment=employment, name=person.name, by=user, at=at)
        employment.refresh_from_db(fields=["state", "answered_at"])


def _give_passwords(users: list[User]) -> None:
    """One hash for all who are shown: hashing is slow on purpose, and this secret is none."""
    User.objects.filter(pk__in=[user.pk for user in users]).update(password=make_password(PASSWORD))
