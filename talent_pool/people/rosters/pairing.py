"""Which row means which employment: by staff number, then by phone; and who cannot have what a colleague keeps."""

from collections.abc import Iterable

from ecosystem.enums import EmploymentState
from talent_pool.people.rosters.faults import Fault, FaultKind
from talent_pool.people.rosters.reading import Roster
from talent_pool.people.rosters.rows import Row
from talent_pool.people.rosters.staff import Held


def pair(
    roster: Roster, staff: list[Held], out: Iterable[int] = ()
) -> tuple[list[tuple[Row, Held | None]], list[Fault]]:
    """Each row with the employment it speaks of, or None; rows that cannot be carried out become faults.

    The rows numbered in `out` are left aside: something else is wrong with them.
    """
    owners = {name: {held.key(name): held for held in staff if held.key(name)} for name in ("staff_no", "phone")}
    meant, aside = speak_of(roster.rows, staff), set(out)
    pairs = {row.number: (row, meant.get(row.number)) for row in roster.rows if row.number not in aside}
    fallen = take_out(pairs, owners)
    kind, headers = FaultKind.DUPLICATE_IN_FILE, roster.columns.headers
    faults = [Fault(row.number, headers[name], kind, name, str(getattr(row, name))) for row, name in fallen]
    return list(pairs.values()), faults


def speak_of(rows: list[Row], staff: list[Held], taken: Iterable[int] = ()) -> dict[int, Held]:
    """Row number to the employment that the row means, for rows that mean one, each employment once.

    Staff numbers speak first, for the whole file; then phones, for the employments nobody has spoken of yet.
    """
    numbers = {held.key("staff_no"): held for held in staff if held.key("staff_no")}
    phones = {held.key("phone"): held for held in staff}
    before = set(taken)
    found = {
        row.number: held
        for row in rows
        if (held := numbers.get(key(row, "staff_no"))) and held.pk not in before and not is_somebody_else(row, held)
    }
    spoken = before | {held.pk for held in found.values()}
    for row in rows:
        held = phones.get(row.phone) if row.phone else None
        if held and row.number not in found and held.pk not in spoken:
            found[row.number] = held
    return found


def key(row: Row, name: str) -> str:
    return str(getattr(row, name)).casefold()


def is_somebody_else(row: Row, held: Held) -> bool:
    """A staff number given to another person: somebody said yes to it under another name and another phone."""
    confirmed = held.state == EmploymentState.CONFIRMED
    return confirmed and row.name != held.facts["name"] and row.phone != held.facts["phone"]


def take_out(pairs: dict[int, tuple[Row, Held | None]], owners: dict[str, dict[str, Held]]) -> list[tuple[Row, str]]:
    """Take those rows out of `pairs` that want the phone or the staff number of a colleague who keeps it.

    Returns them with the field in question. Colleagues may exchange theirs in one file. A row that falls out leaves
    its employment what it had, which may make one more row fall out: that one is looked at next.
    """
    wanting = {name: {key(row, name): row for row, _ in pairs.values()} for name in owners}
    leaving = {
        name: {held.pk for row, held in pairs.values() if held and key(row, name) not in ("", held.key(name))}
        for name in owners
    }
    waiting = [row for row, _ in pairs.values()]
    fallen = []
    while waiting:
        row = waiting.pop()
        if row.number not in pairs:
            continue
        held = pairs[row.number][1]
        for name, owned in owners.items():
            owner = owned.get(key(row, name))
            if owner and owner is not held and owner.pk not in leaving[name]:
                fallen.append((row, name))
                del pairs[row.number]
                waiting += stay(held, leaving, wanting) if held else []
                break
    return fallen


def stay(held: Held, leaving: dict[str, set[int]], wanting: dict[str, dict[str, Row]]) -> list[Row]:
    """The employment keeps its phone and its number after all; returns the rows that wanted them."""
    found = []
    for name, pks in leaving.items():
        pks.discard(held.pk)
        if row := wanting[name].get(held.key(name)):
            found.append(row)
    return found
