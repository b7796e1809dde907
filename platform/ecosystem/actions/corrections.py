"""A person says that their firm's claim is wrong in one point; HR corrects it, or says why not."""

import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

import audit
from accounts.models import User
from audit import outbox
from ecosystem.actions import claims, employments, staff
from ecosystem.enums import CorrectedField, EventOrigin, RequestState
from ecosystem.models import CorrectionRequest, Department, Employment
from ecosystem.rules import joining as rules
from ecosystem.rules.refusals import NotAllowed
from web.dates import local
from words.names import normalize_name


@transaction.atomic
def ask(*, employment: Employment, field: str, wanted: str, by: User, at: datetime.datetime) -> CorrectionRequest:
    """Ask HR for one correction; asking again for the same field, while the first waits, says it better."""
    rows = Employment.objects.select_for_update(no_key=True, of=("self",)).select_related("organization")
    locked = rows.get(pk=employment.pk)
    rules.check_can_ask(employment=locked, person=by, day=local(at).date())
    request, _created = CorrectionRequest.objects.update_or_create(
        employment=locked, field=field, state=RequestState.WAITING, defaults={"wanted": wanted, "asked_at": at}
    )
    audit.record(
        by=by, for_org=locked.organization, verb="ecosystem.correction_asked", subject=request, at=at, field=field
    )
    return request


@transaction.atomic
def confirm_but(
    *, employment: Employment, name: str, field: str, wanted: str, by: User, at: datetime.datetime
) -> CorrectionRequest:
    """Yes, I work there, and one thing is wrong: the person goes on at once, and HR hears of it."""
    own = wanted if field == CorrectedField.NAME else name
    employments.confirm(employment=employment, name=own, by=by, at=at)
    return ask(employment=employment, field=field, wanted=wanted, by=by, at=at)


@transaction.atomic
def apply(*, request: CorrectionRequest, by: User, at: datetime.datetime) -> CorrectionRequest:
    """Write what the person wants into the firm's claim. Raises NotAllowed with a sentence when that cannot be."""
    locked = lock(request)
    if fields := fields_of(locked):
        staff.change(
            employment=locked.employment,
            version=None,
            fields=fields,
            by=by,
            at=at,
            origin=EventOrigin.CORRECTION,
            origin_id=locked.pk,
        )
    return answer(locked, RequestState.ACCEPTED, "", by=by, at=at)


def fields_of(request: CorrectionRequest) -> dict[str, Any]:
    """What is to change of the employment; "something else" HR has put right by itself."""
    if request.field == CorrectedField.OTHER:
        return {}
    if request.field == CorrectedField.DEPARTMENT:
        return {"department": department_meant(request)}
    if request.field == CorrectedField.NAME:
        return {request.field: normalize_name(request.wanted)}
    return {request.field: request.wanted.strip()}


def department_meant(request: CorrectionRequest) -> Department:
    called = Department.objects.filter(organization=request.employment.organization, name=request.wanted.strip())
    found = list(called[:2])
    if len(found) == 1:
        return found[0]
    if found:
        raise NotAllowed(_("Several departments have this name: change it on the person's page, then mark it as done."))
    raise NotAllowed(_("You have no department of this name: add it first, or say why not."))


@transaction.atomic
def settle(*, request: CorrectionRequest, by: User, at: datetime.datetime) -> CorrectionRequest:
    """HR has put it right by hand."""
    return answer(lock(request), RequestState.ACCEPTED, "", by=by, at=at)


@transaction.atomic
def decline(*, request: CorrectionRequest, why: str, by: User, at: datetime.datetime) -> CorrectionRequest:
    """The claim stays as it is; the person reads why."""
    return answer(lock(request), RequestState.DECLINED, why, by=by, at=at)


def lock(request: CorrectionRequest) -> CorrectionRequest:
    """The request, locked after its firm and its employment: whoever asks holds the employment, too."""
    claims.lock(request.employment)
    rows = CorrectionRequest.objects.select_for_update(of=("self",)).select_related("employment__organization")
    locked = rows.filter(pk=request.pk).first()
    rules.check_is_asked(is_asked=locked is not None)
    assert locked is not None
    rules.check_can_decide(request=locked)
    return locked


def answer(
    locked: CorrectionRequest, state: RequestState, why: str, *, by: User, at: datetime.datetime
) -> CorrectionRequest:
    locked.state, locked.answer, locked.answered_by, locked.answered_at = state, why, by, at
    locked.save(update_fields=["state", "answer", "answered_by", "answered_at"])
    firm = locked.employment.organization
    audit.record(by=by, for_org=firm, verb=f"ecosystem.correction_{state}", subject=locked, at=at)
    outbox.post("ecosystem.correction_answered", request_id=locked.pk)
    return locked
