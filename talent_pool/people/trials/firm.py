"""A firm of a trial's own, with somebody in HR who signs in by password."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from accounts.actions import set_phone
from accounts.models import User
from ecosystem.actions import employments, organizations, roles, staff
from ecosystem.enums import RoleKind
from ecosystem.models import Organization
from ecosystem.uscc import check_character
from web.dates import local

PASSWORD = "trial-of-rosters"


@dataclass(frozen=True)
class Firm:
    organization: Organization
    hr: User
    number: int

    @property
    def login(self) -> dict[str, str]:
        return {"login": phone_of(self.number), "password": PASSWORD}


def phone_of(number: int) -> str:
    return f"199009{number:05d}"


@transaction.atomic
def make_firm(number: int) -> Firm:
    at = timezone.now()
    code = f"91330110MB9{number:06d}"
    firm = organizations.register(name=f"试验企业{number}", uscc=code + check_character(code), by=None, at=at)
    phone = f"+86{phone_of(number)}"
    held = staff.join(organization=firm, name="试验员", phone=phone, by=None, at=at)
    hr = held.person
    set_phone(user=hr, phone=phone, verified=True, at=at)
    employments.confirm(employment=held, name="试验员", by=hr, at=at)
    roles.grant(person=hr, kind=RoleKind.HR, scope=firm, from_on=local(at).date(), by=None, at=at)
    hr.set_password(PASSWORD)
    hr.save(update_fields=["password"])
    return Firm(firm, hr, number)
