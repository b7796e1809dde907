"""Those whom a roster names and who have not come are invited: a text to the phone that the firm wrote down."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction

import audit
from accounts.models import User
from audit import outbox
from ecosystem.enums import NotInvited
from ecosystem.models import Employment, Invitation, Organization
from ecosystem.queries.refusals import said_no
from ecosystem.rules import joining as rules
from web.dates import local


@dataclass(frozen=True)
class Invited:
    """How many were invited, and how many were not, by reason."""

    sent: int = 0
    skipped: Counter[NotInvited] = field(default_factory=Counter)

    def __add__(self, other: "Invited") -> "Invited":
        return Invited(self.sent + other.sent, self.skipped + other.skipped)


@transaction.atomic
def invite(*, employments: Iterable[Employment], by: User | None, at: datetime.datetime) -> Invited:
    """Invite everybody of these who may be invited now; whether a phone is known elsewhere plays no part.

    An organization's invitations wait for each other, so that two clicks at once stay within its limits.
    """
    by_firm: dict[int, list[int]] = defaultdict(list)
    for employment in employments:
        by_firm[employment.organization_id].append(employment.pk)
    told = Invited()
    for firm in Organization.objects.select_for_update(no_key=True).filter(pk__in=by_firm).order_by("pk"):
        told += invite_staff(firm, by_firm[firm.pk], by=by, at=at)
    return told


def invite_staff(firm: Organization, ids: list[int], *, by: User | None, at: datetime.datetime) -> Invited:
    left = rules.INVITATIONS_A_DAY - sent_today(firm, at)
    before, unwilling = invited_at(ids, at), have_said_no(ids, at)
    skipped: Counter[NotInvited] = Counter()
    made: list[Invitation] = []
    for employment in Employment.objects.filter(pk__in=ids).order_by("pk"):
        reason = rules.why_not_invited(
            employment=employment,
            invited_at=before[employment.pk],
            has_said_no=employment.pk in unwilling,
            at=at,
        )
        reason = reason or (NotInvited.NO_MORE_TODAY if len(made) >= left else None)
        if reason:
            skipped[reason] += 1
        else:
            made.append(Invitation(employment=employment, by=by, at=at))
    Invitation.objects.bulk_create(made, batch_size=1_000)
    if made:
        first, last = made[0].pk, made[-1].pk
        audit.record(by=by, for_org=firm, verb="ecosystem.invited", subject=firm, at=at, people=len(made))
        outbox.post("ecosystem.invited", organization_id=firm.pk, first_id=first, last_id=last)
    return Invited(len(made), skipped)


def invited_at(ids: list[int], at: datetime.datetime) -> dict[int, list[datetime.datetime]]:
    """When each of these employments was invited in the last days."""
    moments: dict[int, list[datetime.datetime]] = defaultdict(list)
    lately = Invitation.objects.filter(employment__in=ids, at__gt=at - rules.A_WEEK)
    for pk, moment in lately.values_list("employment_id", "at"):
        moments[pk].append(moment)
    return moments


def have_said_no(ids: list[int], at: datetime.datetime) -> set[int]:
    return set(Employment.objects.filter(said_no(local(at).date()), pk__in=ids).values_list("pk", flat=True))


def sent_today(firm: Organization, at: datetime.datetime) -> int:
    began = local(at).replace(hour=0, minute=0, second=0, microsecond=0)
    return Invitation.objects.filter(employment__organization=firm, at__gte=began).count()
