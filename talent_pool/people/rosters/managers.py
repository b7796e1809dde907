"""Whom a roster means by a line manager: somebody in the file or on the firm's staff, by number or by name."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from talent_pool.people.rosters.faults import Fault, FaultKind
from talent_pool.people.rosters.reading import Roster
from talent_pool.people.rosters.rows import Row
from talent_pool.people.rosters.staff import Held, Manager
from words.names import normalize_name

NUMBER_AND_NAME = re.compile(r"(?P<name>.*?)[\s(（\[【/\-_:：]+(?P<no>[A-Za-z]*[0-9][A-Za-z0-9\-]*)[)）\]】]?")
NAME_AND_NUMBER = re.compile(r"(?P<no>[A-Za-z]*[0-9][A-Za-z0-9\-]*)[\s(（\[【/\-_:：]+(?P<name>.*?)[)）\]】]?")


@dataclass
class Found:
    """`managers` by the number of the row that names them; rows at fault are in `faults` and nowhere else."""

    managers: dict[int, Manager]
    faults: list[Fault]


class People:
    """Everybody a line manager can be: the rows of the file first, also those at fault, then the staff."""

    def __init__(self, rows: Iterable[Row], staff: Iterable[Held], meant: dict[int, int]):
        """`meant` is row number to employment, for rows that speak of one."""
        self.by_number: list[dict[str, set[Manager]]] = [defaultdict(set), defaultdict(set)]
        self.by_name: list[dict[str, set[Manager]]] = [defaultdict(set), defaultdict(set)]
        for row in rows:
            pk = meant.get(row.number)
            self.add(0, row.staff_no, row.name, Manager(held=pk) if pk else Manager(row=row.number))
        for held in staff:
            self.add(1, str(held.facts["staff_no"]), str(held.facts["name"]), Manager(held=held.pk))

    def add(self, place: int, number: str, name: str, who: Manager) -> None:
        if number:
            self.by_number[place][number.casefold()].add(who)
        if name:
            self.by_name[place][name].add(who)

    def find(self, written: str) -> set[Manager]:
        """Nobody, the one who is meant, or all who may be."""
        if found := self.numbered(written) or self.named(written):
            return found
        for pattern in (NUMBER_AND_NAME, NAME_AND_NUMBER):
            if (parts := pattern.fullmatch(written)) and (found := self.numbered(parts["no"])):
                return found
        return set()

    def numbered(self, number: str) -> set[Manager]:
        key = number.replace(" ", "").casefold()
        return self.by_number[0].get(key) or self.by_number[1].get(key) or set()

    def named(self, name: str) -> set[Manager]:
        key = normalize_name(name)
        return self.by_name[0].get(key) or self.by_name[1].get(key) or set()


def find_managers(roster: Roster, staff: list[Held], meant: dict[int, int]) -> Found:
    """Whom each row without fault names as its line manager, and the rows that name nobody, several, or a circle."""
    found = Found({}, [])
    if "line_manager" not in roster.columns.places:
        return found
    people = People(roster.every_row, staff, meant)
    known: dict[str, set[Manager]] = {}
    for row in roster.rows:
        if not row.line_manager:
            continue
        if row.line_manager not in known:
            known[row.line_manager] = people.find(row.line_manager)
        who = known[row.line_manager]
        if len(who) == 1:
            found.managers[row.number] = next(iter(who))
        else:
            kind = FaultKind.AMBIGUOUS_MANAGER if who else FaultKind.UNKNOWN_MANAGER
            found.faults.append(fault_of(roster, row, kind))
    circular: set[int] = set()
    while circle := in_circles(found.managers, staff, meant):  # who falls out keeps the manager of before
        circular |= circle
        found.managers = {number: who for number, who in found.managers.items() if number not in circle}
    found.faults += [fault_of(roster, row, FaultKind.CIRCULAR_MANAGER) for row in roster.rows if row.number in circular]
    return found


def settled(
    managers: dict[int, Manager], staff: list[Held], meant: dict[int, int], made: set[int]
) -> dict[int, Manager]:
    """The managers that can be written once `made` and `meant` rows are: none who is not imported, none in a circle
    with what stands already.
    """
    kept = {
        number: who
        for number, who in managers.items()
        if (number in made or number in meant) and (who.held is not None or who.row in made)
    }
    while circle := in_circles(kept, staff, meant):
        kept = {number: who for number, who in kept.items() if number not in circle}
    return kept


def in_circles(managers: dict[int, Manager], staff: list[Held], meant: dict[int, int]) -> set[int]:
    """The rows whose managers would lead back to them, over what stands and what the file says."""
    above = {Manager(held=held.pk): Manager(held=held.manager_id) for held in staff if held.manager_id}
    rows = {}
    for number, who in managers.items():
        me = Manager(held=meant[number]) if number in meant else Manager(row=number)
        above[me] = who
        rows[me] = number
    found: set[int] = set()
    seen: dict[Manager, int] = {}
    for walk, start in enumerate(rows):
        path, at = [], start
        while at in above and at not in seen:
            seen[at] = walk
            path.append(at)
            at = above[at]
        if seen.get(at) == walk and at in above:
            found |= {rows[who] for who in path[path.index(at) :] if who in rows}
    return found


def fault_of(roster: Roster, row: Row, kind: FaultKind) -> Fault:
    return Fault(row.number, roster.columns.headers["line_manager"], kind, "line_manager", row.line_manager[:80])
