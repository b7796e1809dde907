"""Links handed round, requests to join and corrections asked for."""

import datetime
import itertools

from django.utils import timezone

from accounts.models import User
from ecosystem.actions import corrections, invitation_links, join_requests
from ecosystem.models import CorrectionRequest, Employment, InvitationLink, JoinRequest, Organization

NUMBERS = itertools.count(1)


def make_link(organization: Organization, by: User, **facts) -> tuple[InvitationLink, str]:
    """The link and its token; 50 places for a month."""
    now = timezone.now()
    facts = {"department": None, "most": 50, "expires_at": now + datetime.timedelta(days=30), "at": now, **facts}
    return invitation_links.make(organization=organization, by=by, **facts)


def make_join_request(organization: Organization, name: str = "蒋一舟", phone: str | None = None) -> JoinRequest:
    phone = phone or f"+86139{next(NUMBERS):08d}"
    join_requests.ask(organization=organization, name=name, phone=phone, at=timezone.now())
    return JoinRequest.objects.get(organization=organization, phone=phone)


def make_correction(employment: Employment, field: str = "post", wanted: str = "算法工程师") -> CorrectionRequest:
    return corrections.ask(employment=employment, field=field, wanted=wanted, by=employment.person, at=timezone.now())
