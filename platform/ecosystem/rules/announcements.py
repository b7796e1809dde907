"""May I? Who may speak to whom, what may become of an announcement, and who may remind its readers.

A firm's HR speaks to its own staff; a chain's committee to its chain; the office to everybody.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from django.utils.translation import gettext as _

from ecosystem.enums import STAFF_KEEPERS, AnnouncementState, Audience, RoleKind
from ecosystem.models import Announcement
from ecosystem.rules.refusals import NotAllowed

TO_OWN_STAFF = frozenset({Audience.STAFF, Audience.DEPARTMENT})
TO_A_CHAIN = frozenset({Audience.CHAIN, Audience.CHAIN_KEEPERS})
TO_ALL = frozenset({Audience.EVERYONE, Audience.KEEPERS})

FEWEST = 5
"""Smaller groups are not told apart to the office and the committees."""

BECOMES: dict[str, frozenset[AnnouncementState]] = {
    AnnouncementState.DRAFT: frozenset({AnnouncementState.PUBLISHED, AnnouncementState.WITHDRAWN}),
    AnnouncementState.PUBLISHED: frozenset({AnnouncementState.WITHDRAWN}),
    AnnouncementState.WITHDRAWN: frozenset(),
}
"""What was said is never said otherwise: who wants to correct it withdraws it and writes another."""


class Held(Protocol):
    kind: str
    organization_id: int | None
    chain_id: int | None


@dataclass(frozen=True)
class Voice:
    """For whom a person may speak today: the organization acted for, some chains, the office."""

    organization_id: int | None = None
    chain_ids: frozenset[int] = frozenset()
    is_office: bool = False

    def __bool__(self) -> bool:
        return bool(self.organization_id or self.chain_ids or self.is_office)

    @property
    def audiences(self) -> list[Audience]:
        """In the order in which a form offers them."""
        allowed = TO_OWN_STAFF if self.organization_id else frozenset()
        allowed |= TO_A_CHAIN if self.chain_ids or self.is_office else frozenset()
        allowed |= TO_ALL if self.is_office else frozenset()
        return [audience for audience in Audience if audience in allowed]


def voice_of(*, roles: Sequence[Held], acting_for: int | None) -> Voice:
    """`roles` are those the person holds today, `acting_for` the organization of this request."""
    keeps = any(role.kind in STAFF_KEEPERS and role.organization_id == acting_for for role in roles if acting_for)
    return Voice(
        organization_id=acting_for if keeps else None,
        chain_ids=frozenset(role.chain_id for role in roles if role.kind == RoleKind.COMMITTEE and role.chain_id),
        is_office=any(role.kind == RoleKind.OFFICE for role in roles),
    )


def can_speak(*, voice: Voice, announcement: Announcement) -> bool:
    """May this voice say this to these: also who may see it as its writer does, change, publish and withdraw it."""
    if announcement.audience in TO_OWN_STAFF:
        department = announcement.department if announcement.audience == Audience.DEPARTMENT else None
        firms = {announcement.organization_id} | ({department.organization_id} if department else set())
        return voice.organization_id is not None and firms == {voice.organization_id}
    if announcement.organization_id is not None:
        return False
    if announcement.audience in TO_A_CHAIN:
        return voice.is_office or announcement.chain_id in voice.chain_ids
    return voice.is_office


def can_count(*, announcement: Announcement, is_own_staff: bool, readers: int) -> bool:
    """How many have read it: HR of its own staff always, the office and the committees not of a few."""
    return is_own_staff or announcement.organization_id is not None or readers >= FEWEST


def can_become(*, announcement: Announcement, state: AnnouncementState) -> bool:
    return state in BECOMES[announcement.state]


def check_can_speak(*, voice: Voice, announcement: Announcement) -> None:
    if not can_speak(voice=voice, announcement=announcement):
        raise NotAllowed(_("You may not speak to these people."))


def check_can_become(*, announcement: Announcement, state: AnnouncementState) -> None:
    if not can_become(announcement=announcement, state=state):
        raise NotAllowed(_("This announcement has changed meanwhile. Look at it again."))


def check_can_edit(*, announcement: Announcement) -> None:
    if announcement.state != AnnouncementState.DRAFT:
        raise NotAllowed(_("What has been said is not changed: withdraw it and write another."))


def check_can_remind(*, announcement: Announcement, reminded_on: datetime.date | None, today: datetime.date) -> None:
    """Once a day; `reminded_on` is when the organization last did."""
    if announcement.state != AnnouncementState.PUBLISHED or announcement.laid_out_at is None:
        raise NotAllowed(_("Only an announcement that people have can be brought to mind again."))
    if reminded_on == today:
        raise NotAllowed(_("They were reminded today. Tomorrow is early enough."))
