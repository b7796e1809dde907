"""May I? Who keeps a roster, who grants roles, which answers a person may give to a claimed employment."""

from accounts.models import User
from ecosystem.enums import STAFF_KEEPERS, EmploymentState, RoleKind
from ecosystem.models import Employment

ANSWERS: dict[str, frozenset[EmploymentState]] = {
    EmploymentState.PENDING: frozenset({EmploymentState.CONFIRMED, EmploymentState.REFUSED}),
    EmploymentState.CONFIRMED: frozenset(),
    EmploymentState.REFUSED: frozenset(),
}
"""Transitions of an employment: the person answers a claim once."""


def can_answer(*, employment: Employment, person: User, answer: EmploymentState) -> bool:
    """Only the person themself, and only what the table allows."""
    return employment.person_id == person.pk and answer in ANSWERS[employment.state]


def can_keep_staff(*, role_kinds: set[str]) -> bool:
    """HR and administrators of an organization see and keep its roster."""
    return bool(STAFF_KEEPERS & {RoleKind(kind) for kind in role_kinds})
