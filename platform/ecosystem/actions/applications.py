"""An organization asks to come in; the office asks back, accepts or declines: each once, whoever clicks twice."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.core.files import File
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

import audit
from accounts.models import User
from audit import outbox
from ecosystem.actions import organizations, positions
from ecosystem.actions.administrators import invite_first_administrator
from ecosystem.enums import ApplicationState
from ecosystem.models import Field, Organization, OrganizationApplication
from ecosystem.queries.applications import has_applied, is_in_register
from ecosystem.rules import NotAllowed
from ecosystem.rules import applications as rules

FACTS = ("name", "short_name", "kind", "uscc", "uscc_override_reason", "chain", "position")
APPLICANT = ("applicant_name", "applicant_post", "applicant_phone")


@transaction.atomic
def apply(
    *, facts: dict[str, Any], licence: File | None, fields: Iterable[Field], at: datetime.datetime
) -> OrganizationApplication:
    """Hand an application in. `facts` are FACTS and APPLICANT; raises UsccRefused, or NotAllowed when it is here."""
    application = OrganizationApplication(submitted_at=at)
    put(application, facts, licence)
    keep(application, fields)
    audit.record(by=None, for_org=None, verb="ecosystem.application_submitted", subject=application, at=at)
    outbox.post("ecosystem.application_submitted", application_id=application.pk)
    return application


@transaction.atomic
def answer(
    *,
    application: OrganizationApplication,
    words: str,
    facts: dict[str, Any],
    licence: File | None,
    fields: Iterable[Field],
    at: datetime.datetime,
) -> OrganizationApplication:
    """The applicant answers the office's question, puts right what was wrong, and hands it in again."""
    locked = lock(application)
    rules.check_can_move(application=locked, to=ApplicationState.SUBMITTED)
    replaced = locked.licence.name if licence and locked.licence else None
    put(locked, facts, licence)
    locked.answer, locked.state, locked.submitted_at = words, ApplicationState.SUBMITTED, at
    keep(locked, fields)
    if replaced:
        transaction.on_commit(lambda: locked.licence.storage.delete(replaced), robust=True)
    audit.record(by=None, for_org=None, verb="ecosystem.application_answered", subject=locked, at=at)
    outbox.post("ecosystem.application_submitted", application_id=locked.pk)
    return locked


def put(application: OrganizationApplication, facts: dict[str, Any], licence: File | None) -> None:
    for name in (*FACTS, *APPLICANT):
        if name in facts:
            setattr(application, name, facts[name])
    application.uscc = organizations.check_uscc(application.uscc, application.uscc_override_reason)
    check_new(application)
    if licence:
        application.licence = licence


def keep(application: OrganizationApplication, fields: Iterable[Field]) -> None:
    try:
        with transaction.atomic():
            application.save()
    except IntegrityError:  # the same organization, sent twice at one moment
        check_new(application)
        raise
    application.fields.set(fields)


def check_new(application: OrganizationApplication) -> None:
    rules.check_new(
        is_in_register=is_in_register(name=application.name, uscc=application.uscc),
        has_applied=has_applied(uscc=application.uscc, besides=application.pk),
    )


def lock(application: OrganizationApplication) -> OrganizationApplication:
    return OrganizationApplication.objects.select_for_update().get(pk=application.pk)


@transaction.atomic
def ask_back(
    *, application: OrganizationApplication, question: str, by: User, at: datetime.datetime
) -> OrganizationApplication:
    """The office asks; the applicant is told by a text. The same question sent twice is asked once."""
    locked = lock(application)
    if locked.state == ApplicationState.ASKED_BACK and locked.question == question:
        return locked
    rules.check_can_move(application=locked, to=ApplicationState.ASKED_BACK)
    rules.check_questions(application=locked)
    locked.question, locked.answer, locked.state = question, "", ApplicationState.ASKED_BACK
    locked.asked_times += 1
    locked.save(update_fields=["question", "answer", "state", "asked_times"])
    audit.record(by=by, for_org=None, verb="ecosystem.application_asked_back", subject=locked, at=at)
    outbox.post("ecosystem.application_asked_back", application_id=locked.pk, asked_times=locked.asked_times)
    return locked


@transaction.atomic
def decline(
    *, application: OrganizationApplication, reason: str, by: User, at: datetime.datetime
) -> OrganizationApplication:
    """The office does not let the organization in, and says why."""
    locked = lock(application)
    if locked.state == ApplicationState.DECLINED:
        return locked
    rules.check_can_move(application=locked, to=ApplicationState.DECLINED)
    locked.decline_reason, locked.state = reason, ApplicationState.DECLINED
    locked.decided_at, locked.decided_by = at, by
    locked.save(update_fields=["decline_reason", "state", "decided_at", "decided_by"])
    audit.record(by=by, for_org=None, verb="ecosystem.application_declined", subject=locked, at=at)
    outbox.post("ecosystem.application_declined", application_id=locked.pk)
    return locked


@transaction.atomic
def accept(
    *, application: OrganizationApplication, from_on: datetime.date | None, by: User, at: datetime.datetime
) -> Organization:
    """The organization enters the register, takes its position from the day on, and its applicant is invited.

    Accepting twice gives the same organization. Raises NotAllowed when it came in on another way meanwhile, when it
    was declined, or when the chain has an anchor already.
    """
    locked = lock(application)
    if locked.state == ApplicationState.ACCEPTED and locked.organization is not None:
        return locked.organization
    rules.check_can_move(application=locked, to=ApplicationState.ACCEPTED)
    rules.check_position_day(from_on=from_on, has_position=bool(locked.chain_id))
    organization = entered(locked, by=by, at=at)
    if locked.chain and from_on:
        positions.take(
            organization=organization, chain=locked.chain, kind=locked.position, from_on=from_on, by=by, at=at
        )
    locked.state, locked.organization = ApplicationState.ACCEPTED, organization
    locked.decided_at, locked.decided_by = at, by
    locked.save(update_fields=["state", "organization", "decided_at", "decided_by"])
    invite_first_administrator(
        organization=organization,
        name=locked.applicant_name,
        phone=locked.applicant_phone,
        post=locked.applicant_post,
        by=by,
        at=at,
        origin_id=locked.pk,
    )
    audit.record(by=by, for_org=organization, verb="ecosystem.application_accepted", subject=locked, at=at)
    outbox.post("ecosystem.application_accepted", application_id=locked.pk, organization_id=organization.pk)
    return organization


def entered(application: OrganizationApplication, *, by: User, at: datetime.datetime) -> Organization:
    """The organization, new in the register, or the one that the source named without a code."""
    facts: dict[str, Any] = {
        "short_name": application.short_name,
        "kind": application.kind,
        "uscc_override_reason": application.uscc_override_reason,
        "fields": list(application.fields.all()),
    }
    known = Organization.objects.filter(name=application.name, uscc=None).first()
    if known is not None:
        code = known.firm_code or organizations.free_firm_code(application.short_name or application.name)
        return organizations.edit(
            organization=known, uscc=application.uscc, firm_code=code, by=by, at=at, **with_what_it_has(known, facts)
        )
    try:
        with transaction.atomic():
            return organizations.register(name=application.name, uscc=application.uscc, by=by, at=at, **facts)
    except IntegrityError:
        raise NotAllowed(_("An organization with this name or credit code is in the register already.")) from None


def with_what_it_has(known: Organization, facts: dict[str, Any]) -> dict[str, Any]:
    """What the register says already is not lost by an application."""
    has = list(known.fields.all())
    return facts | {"short_name": facts["short_name"] or known.short_name, "fields": {*has, *facts["fields"]}}
