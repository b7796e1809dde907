"""An address that HR hands round: made, used up one place after the other, withdrawn. Only its digest is kept."""

import datetime
import hashlib
import secrets

from django.db import transaction

import audit
from accounts.models import User
from ecosystem.actions.claims import check_own, lock_staff
from ecosystem.models import Department, InvitationLink, Organization


def digest_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


@transaction.atomic
def make(
    *,
    organization: Organization,
    department: Department | None,
    most: int,
    expires_at: datetime.datetime,
    by: User,
    at: datetime.datetime,
) -> tuple[InvitationLink, str]:
    """The link, and its token: nobody can read the token again."""
    organization = lock_staff(organization.pk)
    check_own(department, organization)
    token = secrets.token_urlsafe(16)
    link = InvitationLink.objects.create(
        organization=organization,
        department=department,
        digest=digest_of(token),
        most=most,
        by=by,
        created_at=at,
        expires_at=expires_at,
    )
    audit.record(by=by, for_org=organization, verb="ecosystem.link_made", subject=link, at=at, most=most)
    return link, token


@transaction.atomic
def revoke(*, link: InvitationLink, by: User, at: datetime.datetime) -> InvitationLink:
    """Nobody asks by this link any more; withdrawing it twice is one withdrawal."""
    locked = InvitationLink.objects.select_for_update(of=("self",)).select_related("organization").get(pk=link.pk)
    if locked.revoked_at is None:
        locked.revoked_at = at
        locked.save(update_fields=["revoked_at"])
        audit.record(by=by, for_org=locked.organization, verb="ecosystem.link_revoked", subject=locked, at=at)
    return locked
