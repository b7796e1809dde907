"""May I? Who is invited how often, which link still holds, and what still waits for HR."""

import datetime
from collections.abc import Sequence

from django.utils.translation import gettext as _

from accounts.models import User
from ecosystem.enums import EmploymentState, NotInvited, RequestState
from ecosystem.models import CorrectionRequest, Employment, InvitationLink, JoinRequest
from ecosystem.rules.refusals import NotAllowed
from web.dates import local

INVITATIONS_A_WEEK = 3
A_WEEK = datetime.timedelta(days=7)
INVITATIONS_A_DAY = 2_000
"""Of one organization."""


class LinkEnded(Exception):
    """A sentence that says why a link lets nobody in any more."""


def why_not_invited(
    *, employment: Employment, invited_at: Sequence[datetime.datetime], has_said_no: bool, at: datetime.datetime
) -> NotInvited | None:
    """Why the person gets no invitation now; None when they may get one. `invited_at` are the moments so far."""
    today = local(at).date()
    if not employment.is_pending:
        return NotInvited.ANSWERED
    if has_said_no:
        return NotInvited.SAID_NO
    if employment.to_on is not None and employment.to_on <= today:
        return NotInvited.ENDED
    if any(local(moment).date() == today for moment in invited_at):
        return NotInvited.TODAY
    if sum(moment > at - A_WEEK for moment in invited_at) >= INVITATIONS_A_WEEK:
        return NotInvited.THIS_WEEK
    return None


def check_link(*, link: InvitationLink, at: datetime.datetime) -> None:
    """Raise LinkEnded when the link is withdrawn, over or used up."""
    if link.revoked_at is not None:
        raise LinkEnded(_("The firm has withdrawn this link."))
    if link.expires_at <= at:
        raise LinkEnded(_("This link is no longer valid."))
    if link.uses >= link.most:
        raise LinkEnded(_("As many people as this link was made for have used it."))


def check_is_asked(*, is_asked: bool) -> None:
    """What a person asked goes with them when they are erased."""
    if not is_asked:
        raise NotAllowed(_("Nobody asks for this any more."))


def check_can_decide(*, request: JoinRequest | CorrectionRequest) -> None:
    """HR answers once."""
    if request.state != RequestState.WAITING:
        raise NotAllowed(_("This has been answered already."))


def check_can_ask(*, employment: Employment, person: User, day: datetime.date) -> None:
    """The person themself, while the firm claims them and they have not said that it is not theirs."""
    stands = employment.from_on <= day and (employment.to_on is None or employment.to_on > day)
    if employment.person_id != person.pk or not stands or employment.state == EmploymentState.REFUSED:
        raise NotAllowed(_("This firm says nothing of you any more."))
