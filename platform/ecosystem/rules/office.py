"""May I? What the office does with organizations in the register: their positions and their first administrators."""

import datetime

from django.utils.translation import gettext as _

from ecosystem.models import ChainPosition
from ecosystem.rules.refusals import NotAllowed
from web.dates import full_day


def check_seat_free(*, anchor: ChainPosition | None) -> None:
    """One chain never has two anchors on one day; `anchor` is the one in the way."""
    if anchor is not None:
        raise NotAllowed(
            _("%(chain)s has %(firm)s as its anchor in that time. Hand the position over instead.")
            % {"chain": anchor.chain, "firm": anchor.organization}
        )


def check_not_held(*, held: bool) -> None:
    if held:
        raise NotAllowed(_("The organization has this position in that time already."))


def check_end_day(*, position: ChainPosition, on: datetime.date) -> None:
    """A position ends after it began, and only once."""
    if position.period.upper is not None:
        raise NotAllowed(_("This position has an end already."))
    if position.period.lower is not None and on <= position.period.lower:
        raise NotAllowed(
            _("It holds since %(day)s: the last day must be later.") % {"day": full_day(position.period.lower)}
        )


def can_take_back(*, position: ChainPosition, today: datetime.date) -> bool:
    """What has not held for a whole day yet is a slip and may be taken back; what has is history."""
    return position.period.lower is not None and position.period.lower >= today


def check_take_back(*, position: ChainPosition, today: datetime.date) -> None:
    if not can_take_back(position=position, today=today):
        raise NotAllowed(_("This position has held already. End it instead."))


def check_heir(*, anchors: list[ChainPosition], heir_id: int, on: datetime.date) -> None:
    """Who takes over is somebody else, from a day after the present anchor began and before the next one does."""
    if not anchors:
        raise NotAllowed(_("The chain has no anchor to hand over from. Give the position instead."))
    if len(anchors) > 1 or (anchors[0].period.lower is not None and anchors[0].period.lower >= on):
        raise NotAllowed(_("An anchor begins on that day or later already. Choose another day."))
    if anchors[0].organization_id == heir_id:
        raise NotAllowed(_("The organization is the anchor already."))


def check_first_administrator(*, has_one: bool) -> None:
    """Only where nobody administers: after that the organization grants its own roles."""
    if has_one:
        raise NotAllowed(_("The organization has an administrator, who grants its roles."))
