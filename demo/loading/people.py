"""People on their firms' rosters, what each has answered to the firm, and the roles they hold."""

import datetime

from django.contrib.auth.hashers import make_password

from accounts.models import User
from competency.synonyms import parse_category, parse_education
from demo.loading.organizations import Organizations
from demo.logins import NOT_YET_CONFIRMED, PASSWORD, SHOWN
from demo.staff import Person, read_staff
from ecosystem.actions import employments, roles
from ecosystem.models import Department, Ecosystem, Employment
from words.phones import normalize_phone


def load_people(
    organizations: Organizations, *, since: datetime.date, at: datetime.datetime
) -> tuple[dict[str, User], dict[str, Employment]]:
    """Users by name, and the employments of those who have one."""
    staff = read_staff()
    users = {person.name: _user(person, at=at) for person in staff}
    _give_passwords([users[name] for name in SHOWN])
    held = {
        person.name: _employ(person, users[person.name], organizations, since=since, at=at)
        for person in staff
        if person.firm
    }
    for person in staff:
        scope = organizations[person.firm] if person.firm else Ecosystem.objects.get()
        for kind in person.roles:
            roles.grant(person=users[person.name], kind=kind, scope=scope, from_on=since, by=None, at=at)
    return users, held


def _user(person: Person, *, at: datetime.datetime) -> User:
    return User.objects.create_user(full_name=person.name, phone=normalize_phone(person.phone), phone_verified_at=at)


def _give_passwords(users: list[User]) -> None:
    """One hash for all who are shown: hashing is slow on purpose, and this secret is none."""
    User.objects.filter(pk__in=[user.pk for user in users]).update(password=make_password(PASSWORD))


def _employ(
    person: Person, user: User, organizations: Organizations, *, since: datetime.date, at: datetime.datetime
) -> Employment:
    firm = organizations[person.firm]
    department, _ = Department.objects.get_or_create(organization=firm, name=person.department)
    employment = Employment.objects.create(
        person=user,
        organization=firm,
        department=department,
        staff_no=person.staff_no,
        claimed_name=person.name,
        claimed_phone=user.phone,
        post=person.post,
        category=parse_category(person.category),
        title=person.title,
        education=parse_education(person.education),
        joined_on=person.joined_on,
        from_on=since,
    )
    if person.name in NOT_YET_CONFIRMED:
        return employment
    return employments.confirm(employment=employment, name=person.name, by=user, at=at)
