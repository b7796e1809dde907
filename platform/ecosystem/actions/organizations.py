"""An organization enters the register under its 统一社会信用代码."""

import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

import audit
from accounts.models import User
from ecosystem.enums import OrganizationKind
from ecosystem.models import Organization
from ecosystem.uscc import is_valid_uscc, normalize_uscc, suggest_uscc


class UsccRefused(Exception):
    """A sentence that says what is wrong with a unified social credit code."""


def check_uscc(text: str) -> str:
    """The normalized code, or UsccRefused with the code that was probably meant."""
    code = normalize_uscc(text)
    if is_valid_uscc(code):
        return code
    meant = suggest_uscc(code)
    if meant:
        raise UsccRefused(
            _("%(code)s is not a valid credit code. Did you mean %(meant)s?") % {"code": code, "meant": meant}
        )
    raise UsccRefused(
        _("%(code)s is not a valid credit code: check the 18 characters on the licence.") % {"code": code}
    )


@transaction.atomic
def register(
    *,
    name: str,
    uscc: str,
    by: User | None,
    at: datetime.datetime,
    kind: str = OrganizationKind.FIRM,
    **facts: Any,
) -> Organization:
    """Enter an organization; raises UsccRefused, or IntegrityError when name or code is taken.

    `facts` are further fields of Organization: short_name, name_en, firm_code, group, focus, is_demo.
    """
    organization = Organization.objects.create(name=name, uscc=check_uscc(uscc), kind=kind, **facts)
    audit.record(by=by, for_org=organization, verb="ecosystem.organization_registered", subject=organization, at=at)
    return organization
