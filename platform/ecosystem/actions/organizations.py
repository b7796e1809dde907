"""An organization enters the register under its 统一社会信用代码, and its facts are kept."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _

import audit
from accounts.models import User
from audit import outbox
from ecosystem.enums import OrganizationKind
from ecosystem.firm_codes import codes_for
from ecosystem.models import Field, Organization, OrganizationGroup
from ecosystem.rules import NotAllowed
from ecosystem.uscc import has_uscc_shape, is_valid_uscc, normalize_uscc, suggest_uscc


class UsccRefused(Exception):
    """A sentence that says what is wrong with a unified social credit code; `meant` is what was probably meant.

    `has_shape` says that only the check character is wrong, which a reason may outweigh.
    """

    def __init__(self, sentence: str, *, meant: str | None = None, has_shape: bool = False):
        super().__init__(sentence)
        self.meant, self.has_shape = meant, has_shape


def check_uscc(text: str, override_reason: str = "") -> str:
    """The normalized code, or UsccRefused. A reason outweighs a wrong check character, never alphabet or length."""
    code = normalize_uscc(text)
    has_shape = has_uscc_shape(code)
    if is_valid_uscc(code) or (has_shape and override_reason.strip()):
        return code
    meant = suggest_uscc(code)
    if meant:
        sentence = _("%(code)s is not a valid credit code. Did you mean %(meant)s?") % {"code": code, "meant": meant}
        raise UsccRefused(sentence, meant=meant, has_shape=has_shape)
    sentence = _("%(code)s is not a valid credit code: check the 18 characters on the licence.") % {"code": code}
    raise UsccRefused(sentence, has_shape=has_shape)


@transaction.atomic
def register(
    *,
    name: str,
    uscc: str,
    by: User | None,
    at: datetime.datetime,
    kind: str = OrganizationKind.FIRM,
    uscc_override_reason: str = "",
    fields: Iterable[Field] = (),
    **facts: Any,
) -> Organization:
    """Enter an organization; raises UsccRefused, or IntegrityError when name or code is taken.

    `facts` are further fields of Organization: short_name, name_en, firm_code, group, focus, is_demo. Without a firm
    code one is made, since staff sign in by it. The reason is kept only where it was needed.
    """
    code = check_uscc(uscc, uscc_override_reason)
    reason = "" if is_valid_uscc(code) else uscc_override_reason.strip()
    firm_code = facts.pop("firm_code", None) or free_firm_code(facts.get("short_name") or name)
    organization = Organization.objects.create(
        name=name, uscc=code, uscc_override_reason=reason, kind=kind, firm_code=firm_code, **facts
    )
    organization.fields.set(fields)
    audit.record(by=by, for_org=organization, verb="ecosystem.organization_registered", subject=organization, at=at)
    return organization


def free_firm_code(name: str) -> str:
    """A code that nobody has; whoever else makes one waits for the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('firm codes'))")
    return next(code for code in codes_for(name) if not Organization.objects.filter(firm_code=code).exists())


EDITABLE = ("short_name", "name_en", "kind", "firm_code", "uscc", "uscc_override_reason", "focus")


@transaction.atomic
def edit(
    *,
    organization: Organization,
    by: User | None,
    at: datetime.datetime,
    fields: Iterable[Field] | None = None,
    **facts: Any,
) -> Organization:
    """Write what differs of EDITABLE and the fields of application. Raises UsccRefused, or NotAllowed when code or
    firm code belong to somebody else.
    """
    locked = Organization.objects.select_for_update(no_key=True).get(pk=organization.pk)
    changed = [name for name in EDITABLE if name in facts and getattr(locked, name) != facts[name]]
    for name in changed:
        setattr(locked, name, facts[name])
    if "uscc" in changed and locked.uscc:
        locked.uscc = check_uscc(locked.uscc, locked.uscc_override_reason)
    if locked.uscc and is_valid_uscc(locked.uscc):
        locked.uscc_override_reason = ""
    try:
        with transaction.atomic():
            locked.save()
    except IntegrityError:
        raise NotAllowed(_("Another organization has this credit code or firm code.")) from None
    if fields is not None and set(fields) != set(locked.fields.all()):
        locked.fields.set(fields)
        changed.append("fields")
    if changed:
        audit.record(
            by=by, for_org=locked, verb="ecosystem.organization_edited", subject=locked, at=at, fields=sorted(changed)
        )
        outbox.post("ecosystem.organization_edited", organization_id=locked.pk)
    return locked


@transaction.atomic
def join_group(*, organization: Organization, name: str, by: User | None, at: datetime.datetime) -> OrganizationGroup:
    """The organization belongs to the group of this name, made when there is none."""
    locked = Organization.objects.select_for_update(no_key=True).get(pk=organization.pk)
    group, _made = OrganizationGroup.objects.get_or_create(name=name)
    if locked.group_id != group.pk:
        locked.group = group
        locked.save(update_fields=["group"])
        audit.record(by=by, for_org=locked, verb="ecosystem.group_joined", subject=locked, at=at, group_id=group.pk)
        outbox.post("ecosystem.group_changed", organization_id=locked.pk)
    return group


@transaction.atomic
def leave_group(*, organization: Organization, by: User | None, at: datetime.datetime) -> None:
    """The organization belongs to no group; a group stays, even of nobody."""
    locked = Organization.objects.select_for_update(no_key=True).get(pk=organization.pk)
    if locked.group_id is None:
        return
    left, locked.group = locked.group_id, None
    locked.save(update_fields=["group"])
    audit.record(by=by, for_org=locked, verb="ecosystem.group_left", subject=locked, at=at, group_id=left)
    outbox.post("ecosystem.group_changed", organization_id=locked.pk)
