"""May I? Whose turn an application is, and what may be done with it then."""

import datetime

from django.utils.translation import gettext as _

from ecosystem.enums import ApplicationState
from ecosystem.models import OrganizationApplication
from ecosystem.rules.refusals import NotAllowed

APPLICANT, OFFICE = "applicant", "office"
TURNS: dict[str, str] = {ApplicationState.SUBMITTED: OFFICE, ApplicationState.ASKED_BACK: APPLICANT}
"""Who is to act; an application that was decided is nobody's turn."""

MOVES: dict[str, frozenset[str]] = {
    ApplicationState.SUBMITTED: frozenset(
        {ApplicationState.ASKED_BACK, ApplicationState.ACCEPTED, ApplicationState.DECLINED}
    ),
    ApplicationState.ASKED_BACK: frozenset(
        {ApplicationState.SUBMITTED, ApplicationState.ACCEPTED, ApplicationState.DECLINED}
    ),
    ApplicationState.ACCEPTED: frozenset(),
    ApplicationState.DECLINED: frozenset(),
}
"""From each state to which others: the office need not wait for an answer to decide."""

MOST_QUESTIONS = 20
APPLICATIONS_A_DAY = 3
"""From one number."""
TRIES_A_DAY = 60
"""From one address, faulty forms too: a whole park may sit behind one."""


def check_new(*, is_in_register: bool, has_applied: bool) -> None:
    """Refuse an organization that is here or has asked already, without telling more of it."""
    if is_in_register:
        raise NotAllowed(_("This organization is here already. Ask its administrator, or the district office."))
    if has_applied:
        raise NotAllowed(
            _("An application for this organization is under way. Ask who sent it, or the district office.")
        )


def can_move(*, application: OrganizationApplication, to: str) -> bool:
    return to in MOVES[application.state]


def check_can_move(*, application: OrganizationApplication, to: str) -> None:
    """Refuse what the state does not lead to, saying what has happened meanwhile."""
    if can_move(application=application, to=to):
        return
    if application.state == ApplicationState.ACCEPTED:
        raise NotAllowed(_("This application has been accepted already."))
    if application.state == ApplicationState.DECLINED:
        raise NotAllowed(_("This application has been declined already."))
    if application.state == ApplicationState.SUBMITTED:
        raise NotAllowed(_("The office is looking at this application; there is nothing to answer now."))
    raise NotAllowed(_("The office has asked already; the applicant is to answer."))


def check_questions(*, application: OrganizationApplication) -> None:
    if application.asked_times >= MOST_QUESTIONS:
        raise NotAllowed(_("So many questions are better asked by phone."))


def check_position_day(*, from_on: datetime.date | None, has_position: bool) -> None:
    if has_position and from_on is None:
        raise NotAllowed(_("Say from which day the position holds."))
