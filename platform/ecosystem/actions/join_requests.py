"""Somebody on no roster asks a firm to be let in; its HR lets them in or says why not."""

import datetime

from django.db import transaction

import audit
from accounts.models import User
from audit import outbox
from ecosystem.actions import invitations, staff
from ecosystem.actions.claims import lock_staff
from ecosystem.enums import EmploymentState, EventOrigin, RequestState
from ecosystem.models import Employment, InvitationLink, JoinRequest, Organization
from ecosystem.rules import joining as rules
from ecosystem.rules.refusals import NotAllowed
from words.names import normalize_name

AT_ONCE = 500
"""How many are let in by one click."""


@transaction.atomic
def ask(
    *,
    organization: Organization,
    name: str,
    phone: str,
    at: datetime.datetime,
    link: InvitationLink | None = None,
) -> None:
    """Put a request to the firm's HR; a second one for the number, while the first waits, is the first.

    Nothing is looked up about the number, here or elsewhere. Raises rules.LinkEnded when the link lets nobody in any
    more: its row is locked, so the last place goes to one.
    """
    if link is not None:
        link = InvitationLink.objects.select_for_update().get(pk=link.pk)
        rules.check_link(link=link, at=at)
    request, created = JoinRequest.objects.get_or_create(
        organization=organization,
        phone=phone,
        state=RequestState.WAITING,
        defaults={"name": normalize_name(name), "link": link, "asked_at": at},
    )
    if created:
        if link is not None:
            link.uses += 1
            link.save(update_fields=["uses"])
        audit.record(by=None, for_org=organization, verb="ecosystem.join_asked", subject=request, at=at)


@transaction.atomic
def accept(*, request: JoinRequest, by: User, at: datetime.datetime) -> Employment:
    """Let the person in: they stand on the roster and get an invitation. Raises NotAllowed when answered already."""
    lock_staff(request.organization_id)
    locked = lock(request)
    employment = held_by(locked, by=by, at=at) or staff.join(
        organization=locked.organization,
        name=locked.name,
        phone=locked.phone,
        department=locked.link.department if locked.link else None,
        by=by,
        at=at,
        origin=EventOrigin.REQUEST,
        origin_id=locked.pk,
    )
    locked.employment = employment
    decide(locked, RequestState.ACCEPTED, by=by, at=at)
    invitations.invite(employments=[employment], by=by, at=at)
    return employment


def held_by(request: JoinRequest, *, by: User, at: datetime.datetime) -> Employment | None:
    """The firm's own employment under this number, when it stands. One that was refused ends: the person, or whoever
    has the number now, asks to come in after all.
    """
    held = Employment.objects.current().filter(organization=request.organization, claimed_phone=request.phone).first()
    if held is not None and held.state == EmploymentState.REFUSED:
        staff.leave(employment=held, by=by, at=at)
        return None
    return held


@transaction.atomic
def accept_all(*, organization: Organization, by: User, at: datetime.datetime) -> int:
    """Let in whoever waits, the earliest first; returns how many. Who cannot be let in goes on waiting."""
    waiting = JoinRequest.objects.filter(organization=organization, state=RequestState.WAITING)
    done = 0
    for request in waiting.order_by("asked_at", "pk")[:AT_ONCE]:
        try:
            with transaction.atomic():
                accept(request=request, by=by, at=at)
        except NotAllowed:
            continue
        done += 1
    return done


@transaction.atomic
def decline(*, request: JoinRequest, answer: str, by: User, at: datetime.datetime) -> JoinRequest:
    """Do not let the person in, with one of the sentences of Unwelcome, which goes to the number they typed."""
    locked = lock(request)
    locked.answer = answer
    decide(locked, RequestState.DECLINED, by=by, at=at)
    outbox.post("ecosystem.join_declined", request_id=locked.pk)
    return locked


def lock(request: JoinRequest) -> JoinRequest:
    rows = JoinRequest.objects.select_for_update(of=("self",)).select_related("organization", "link__department")
    locked = rows.get(pk=request.pk)
    rules.check_can_decide(request=locked)
    return locked


def decide(locked: JoinRequest, state: RequestState, *, by: User, at: datetime.datetime) -> None:
    locked.state, locked.decided_at, locked.decided_by = state, at, by
    locked.save(update_fields=["state", "decided_at", "decided_by", "employment", "answer"])
    audit.record(by=by, for_org=locked.organization, verb=f"ecosystem.join_{state}", subject=locked, at=at)
