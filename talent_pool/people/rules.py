"""May I? Who brings a roster in, what may be done with it in which state, until when it can be undone."""

import datetime
from collections.abc import Set as AbstractSet

from django.utils.translation import gettext as _

from ecosystem.enums import STAFF_KEEPERS
from talent_pool.people.models.imports import ImportState

UNDO_DAYS = 7
CORRECTABLE = frozenset({ImportState.ASKING, ImportState.LOOKED})
DROPPABLE = frozenset({ImportState.UPLOADED, ImportState.ASKING, ImportState.LOOKED})


class ImportRefused(Exception):
    """A sentence, fit for HR, why this cannot be done with the roster."""


class Stale(ImportRefused):
    """Somebody else corrected the roster after this page was drawn."""


class Moved(ImportRefused):
    """The staff, or what the file means, is not what HR saw any more."""


def check_may_import(kinds: AbstractSet[str]) -> None:
    """Only who keeps the staff of the organization brings its rosters in; `kinds` are the person's roles there."""
    if not STAFF_KEEPERS & kinds:
        raise ImportRefused(_("Only HR and administrators of the organization bring rosters in."))


def check_version(*, seen: int, stands: int) -> None:
    if seen != stands:
        raise Stale(_("This roster was corrected elsewhere meanwhile. Here is how it stands now; please look again."))


def check_can_correct(state: str) -> None:
    if state not in CORRECTABLE:
        raise ImportRefused(_("This roster is not being checked any more."))


def check_can_commit(*, state: str, version: int, looked_version: int, rows: int, missing: int) -> None:
    """`rows` would be written; `missing` are those to be asked about, where the file is the whole staff."""
    if state != ImportState.LOOKED or version != looked_version:
        raise ImportRefused(_("The roster is still being looked at. Please wait a moment."))
    if not rows and not missing:
        raise ImportRefused(_("There is nothing in this roster that could be written."))


def check_can_drop(state: str) -> None:
    if state not in DROPPABLE:
        raise ImportRefused(_("This roster has been written, or is just being written."))


def undo_until(committed_at: datetime.datetime) -> datetime.datetime:
    return committed_at + datetime.timedelta(days=UNDO_DAYS)


def check_can_undo(*, state: str, committed_at: datetime.datetime | None, at: datetime.datetime) -> None:
    if state != ImportState.COMMITTED or committed_at is None:
        raise ImportRefused(_("Only a roster that has been written can be undone."))
    if at >= undo_until(committed_at):
        raise ImportRefused(_("This roster was written more than seven days ago and stays."))
