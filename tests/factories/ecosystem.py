"""Organizations with valid codes, people, their employments and roles."""

import datetime
import itertools

from accounts.models import User
from ecosystem.enums import EmploymentState, RoleKind
from ecosystem.models import Chain, Ecosystem, Employment, Organization, Role
from ecosystem.uscc import check_character

NUMBERS = itertools.count(1)
LONG_AGO = datetime.date(2020, 1, 1)


def make_uscc(number: int) -> str:
    body = f"91330110{number:09d}"
    return body + check_character(body)


def make_organization(name: str | None = None, **facts) -> Organization:
    number = next(NUMBERS)
    facts.setdefault("firm_code", f"FIRM{number}")
    return Organization.objects.create(name=name or f"示例企业{number}", uscc=make_uscc(number), **facts)


def make_person(name: str = "沈知远", **facts) -> User:
    facts.setdefault("phone", f"+86138{next(NUMBERS):08d}")
    return User.objects.create_user(full_name=name, **facts)


def make_employment(person: User | None = None, organization: Organization | None = None, **facts) -> Employment:
    """A confirmed, current employment unless said otherwise."""
    person = person or make_person()
    facts.setdefault("state", EmploymentState.CONFIRMED)
    facts.setdefault("claimed_name", person.full_name)
    facts.setdefault("claimed_phone", person.phone)
    facts.setdefault("from_on", LONG_AGO)
    return Employment.objects.create(person=person, organization=organization or make_organization(), **facts)


def make_role(person: User, organization: Organization, kind: str = RoleKind.HR) -> Role:
    """A role that holds: whoever has never worked there is employed first."""
    if not Employment.objects.filter(person=person, organization=organization).exists():
        make_employment(person, organization)
    return Role.objects.create(person=person, organization=organization, kind=kind, from_on=LONG_AGO)


def make_chain(code: str = "software_ai", **facts) -> Chain:
    ecosystem, _ = Ecosystem.objects.get_or_create(code="smart-iot", defaults={"name": "智能物联产业生态圈"})
    facts.setdefault("name", "高端软件和人工智能")
    facts.setdefault("name_en", "High-end software and AI")
    chain, _ = Chain.objects.get_or_create(code=code, defaults={"ecosystem": ecosystem, **facts})
    return chain
