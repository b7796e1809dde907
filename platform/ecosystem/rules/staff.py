"""May I? What HR may do with the firm's own people: who may be whose line manager, what a stale page may not write."""

import datetime

from django.utils.translation import gettext as _

from ecosystem.enums import ORGANIZATION_ROLES, EmploymentState, RoleKind
from ecosystem.models import Employment
from ecosystem.rules.refusals import NotAllowed

GRANTABLE: dict[str, frozenset[RoleKind]] = {
    RoleKind.ADMINISTRATOR: ORGANIZATION_ROLES - {RoleKind.EMPLOYEE},
    RoleKind.HR: ORGANIZATION_ROLES - {RoleKind.EMPLOYEE, RoleKind.ADMINISTRATOR},
}
"""Which roles for the organization who keeps its staff may give and end. An employee's comes with the employment."""


MOST_AT_ONCE = 1_000
"""So many people are changed in one go."""


class Conflict(NotAllowed):
    """Somebody else changed the person since the page was shown; `stands` is the employment as it stands now."""

    def __init__(self, stands: Employment):
        super().__init__(_("Somebody else has changed this person since you opened the page."))
        self.stands = stands


def check_version(*, employment: Employment, seen: int | None) -> None:
    """Refuse to write over what the page did not show; None is for callers that saw the row under its lock."""
    if seen is not None and employment.version != seen:
        raise Conflict(employment)


def check_is_there(*, is_there: bool) -> None:
    """What an import had written is no more once it is undone."""
    if not is_there:
        raise NotAllowed(_("This person is not on your staff any more."))


def check_stands(*, employment: Employment) -> None:
    """Who has left, or has a day to leave on, is not changed any more."""
    if employment.to_on is not None:
        raise NotAllowed(_("This person has left. Have them come back first."))


def check_line_manager(*, employment: Employment, manager: Employment | None, above: list[int]) -> None:
    """`above` are the manager and everybody above them, by employment."""
    if manager is None:
        return
    if manager.organization_id != employment.organization_id or manager.to_on is not None:
        raise NotAllowed(_("The line manager must be somebody on your staff."))
    if manager.pk == employment.pk:
        raise NotAllowed(_("Nobody is their own line manager."))
    if employment.pk in above:
        raise NotAllowed(_("That would make a circle: the line manager already reports to this person."))


def check_move_day(*, employment: Employment, on: datetime.date, today: datetime.date) -> None:
    """A move is entered once it has come."""
    if not employment.from_on <= on <= today:
        raise NotAllowed(_("Enter the move on the day it happens or later, not before the person joined."))


MOST_DAYS_AHEAD = 366
"""So long before it a day of leaving is entered; a year mistyped could not be taken back."""


def check_leaving(*, employment: Employment, on: datetime.date, today: datetime.date) -> None:
    if employment.to_on is not None:
        raise NotAllowed(_("This person has left already, or has a day to leave on."))
    if on < employment.from_on:
        raise NotAllowed(_("The day of leaving lies before the day of joining."))
    if (on - today).days > MOST_DAYS_AHEAD:
        raise NotAllowed(_("The day of leaving lies at most a year ahead. Look at the year."))


def check_leaves_among_many(*, is_administrator: bool) -> None:
    """Somebody must be asked who takes over."""
    if is_administrator:
        raise NotAllowed(_("An administrator leaves on their own page, where somebody takes over."))


def check_how_many(*, count: int) -> None:
    if count > MOST_AT_ONCE:
        raise NotAllowed(_("At most %(most)s people at once.") % {"most": MOST_AT_ONCE})


def check_coming_back(*, employment: Employment, works_here: bool) -> None:
    if employment.to_on is None or works_here:
        raise NotAllowed(_("This person is on your staff."))
    if employment.state == EmploymentState.REFUSED:
        raise NotAllowed(_("This person said that the entry is wrong. Ask them, then enter them anew."))
    if not employment.claimed_phone:
        raise NotAllowed(_("What you knew of this person has been erased. Enter them anew."))


def check_free(*, phone_taken: bool, number_taken: bool) -> None:
    """Numbers are told apart within the firm only."""
    if phone_taken:
        raise NotAllowed(_("Somebody on your staff has this phone number already."))
    if number_taken:
        raise NotAllowed(_("Somebody on your staff has this staff number already."))


def grantable(*, role_kinds: set[str]) -> frozenset[RoleKind]:
    """Which kinds of role a person who holds these may give and end for the organization."""
    return frozenset().union(*(GRANTABLE.get(RoleKind(kind), frozenset()) for kind in role_kinds))


def check_grantable(*, kind: str, role_kinds: set[str]) -> None:
    if kind not in grantable(role_kinds=role_kinds):
        raise NotAllowed(_("Only an administrator of the organization may decide about this role."))


def check_holds_administration(*, holds: bool, other: bool) -> None:
    if not holds or not other:
        raise NotAllowed(_("The administration is handed over by who holds it, to somebody else."))


def check_successor(*, employment: Employment | None) -> None:
    """Who takes over the administration works there and has said so."""
    if employment is None:
        raise NotAllowed(_("The new administrator must be somebody on your staff who has confirmed it."))


def check_not_last_administrator(*, kind: str, others: int) -> None:
    if kind == RoleKind.ADMINISTRATOR and not others:
        raise NotAllowed(_("This is the last administrator. Hand the administration over to somebody instead."))
