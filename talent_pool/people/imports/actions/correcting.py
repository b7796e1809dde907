"""HR says what a column means, what a cell should be, which row stays out. Each time the roster is looked at again."""

import datetime
from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

import audit
from accounts.models import User
from talent_pool.people import rules
from talent_pool.people.imports import memory
from talent_pool.people.imports.actions.holding import hold
from talent_pool.people.models import RosterImport, RosterWord
from talent_pool.people.models.imports import ImportState
from talent_pool.people.rosters.corrections import Corrections
from talent_pool.people.rosters.headers import HEADERS, as_header

LONGEST_CELL = 400


@transaction.atomic
def say_columns(
    *,
    roster: RosterImport,
    version: int,
    fields: dict[str, str],
    sheet: str,
    header_row: int | None,
    by: User,
    at: datetime.datetime,
) -> RosterImport:
    """`fields` is header to field, "" for a column that is left out: of all columns on the page.

    What differs from what was understood is remembered for the firm's next roster.
    """
    locked = hold(roster, version)
    stood = {as_header(column["header"]): column["field"] for column in locked.understood.get("columns", ())}
    is_same_place = sheet == locked.understood.get("sheet") and header_row == locked.understood.get("header_row")
    said = {as_header(header): name for header, name in fields.items() if name == "" or name in HEADERS}
    said = {header: name for header, name in said.items() if header and (stood.get(header) != name or name)}
    changed = {header: name for header, name in said.items() if stood.get(header) != name}
    if is_same_place:
        check_each_once(said)
        locked.mapping |= changed
        memory.remember(locked.organization, memory.HEADER, changed, at=at)
    else:
        locked.sheet, locked.header_row = sheet, header_row
    return saved(locked, by=by, at=at, verb="people.roster_columns_said")


def check_each_once(fields: dict[str, str]) -> None:
    told = [name for name in fields.values() if name]
    if len(told) != len(set(told)):
        raise rules.ImportRefused(_("Two columns are said to mean the same. Leave one of them out."))


@transaction.atomic
def correct(
    *, roster: RosterImport, version: int, said: Iterable[Corrections], by: User, at: datetime.datetime
) -> RosterImport:
    """Take these corrections over, all of them or none. What was said of a word holds for the next roster too."""
    locked = hold(roster, version)
    stands = Corrections.from_json(locked.corrections)
    for each in said:
        stands |= each
        memory.remember_corrections(locked.organization, each, at=at)
    return take(locked, stands, by=by, at=at)


@transaction.atomic
def skip(
    *, roster: RosterImport, version: int, rows: Iterable[int], back: bool, by: User, at: datetime.datetime
) -> RosterImport:
    """Leave rows out of the import, or take them back in."""
    locked = hold(roster, version)
    stands = Corrections.from_json(locked.corrections)
    skipped = stands.skipped - set(rows) if back else stands.skipped | set(rows)
    return take(locked, Corrections(stands.cells, stands.words, skipped, stands.blank), by=by, at=at)


@transaction.atomic
def forget_word(
    *, roster: RosterImport, version: int, word: RosterWord, by: User, at: datetime.datetime
) -> RosterImport:
    """What HR said of a word earlier holds no longer, neither for this roster nor for the next."""
    locked = hold(roster, version)
    word.delete()
    if word.kind == memory.HEADER:
        locked.mapping.pop(word.word, None)
        return saved(locked, by=by, at=at, verb="people.roster_word_forgotten")
    stands = Corrections.from_json(locked.corrections)
    stands.words.get(word.kind, {}).pop(word.word, None)
    return take(locked, stands, by=by, at=at)


@transaction.atomic
def drop(*, roster: RosterImport, by: User, at: datetime.datetime) -> RosterImport:
    """The roster is not imported; the file and what was made of it go at once."""
    locked = hold(roster, None)
    rules.check_can_drop(locked.state)
    locked.rows.all().delete()
    name, storage = locked.file.name, locked.file.storage
    locked.state, locked.file = ImportState.DROPPED, ""
    locked.understood, locked.offers, locked.corrections = {}, [], {}
    locked.save()
    if name:
        transaction.on_commit(lambda: storage.delete(name), robust=True)
    audit.record(by=by, for_org=locked.organization, verb="people.roster_dropped", subject=locked, at=at)
    return locked


def take(roster: RosterImport, corrections: Corrections, *, by: User, at: datetime.datetime) -> RosterImport:
    roster.corrections = corrections.as_json()
    return saved(roster, by=by, at=at, verb="people.roster_corrected")


def saved(roster: RosterImport, *, by: User, at: datetime.datetime, verb: str) -> RosterImport:
    roster.version += 1
    roster.save(update_fields=["mapping", "corrections", "sheet", "header_row", "version"])
    audit.record(by=by, for_org=roster.organization, verb=verb, subject=roster, at=at, version=roster.version)
    return roster
