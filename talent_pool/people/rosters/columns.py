"""Which column holds what, by the names that staff offices give columns."""

from dataclasses import dataclass, field

from sheets import Cell
from talent_pool.people.rosters.headers import LEVELS, MEANINGS, NEVER_STORED, as_header, written
from talent_pool.people.rosters.mapping import Mapping

COLUMNS_LOOKED_AT = 300
NEEDED = frozenset({"name", "phone"})
SURE = -1
"""The rank of what HR has said, before every name we know."""


@dataclass(frozen=True)
class UnknownColumn:
    """A column without a meaning of ours: up to three of its cells, and the field it may be ("" for none).

    A suggestion is never applied without HR's yes. Samples hold no resident id.
    """

    place: int
    header: str
    samples: tuple[str, ...] = ()
    suggestion: str = ""


@dataclass(frozen=True)
class Columns:
    """`places` and `headers` by field: place in the cells from 0, header as the sheet has it.

    `left_out` are the headers of columns that are never read, in the sheet's order; `levels` the places of a
    department told level by level, from the top; `samples` by field. `header_row` is the last line of the header,
    `lines` how many it has.
    """

    header_row: int
    places: dict[str, int]
    headers: dict[str, str]
    left_out: tuple[str, ...]
    levels: tuple[int, ...] = ()
    unknown: tuple[UnknownColumn, ...] = ()
    samples: dict[str, tuple[str, ...]] = field(default_factory=dict)
    lines: int = 1

    @property
    def has_people(self) -> bool:
        return self.places.keys() >= NEEDED


def find_columns(row: int, cells: list[Cell], mapping: Mapping | None = None) -> Columns | None:
    """The columns, when these cells are a header: names and phones, at least; None otherwise."""
    columns = columns_of(row, cells, mapping or Mapping())
    return columns if columns.has_people else None


def columns_of(row: int, cells: list[Cell], mapping: Mapping) -> Columns:
    """What these cells say as a header, whether or not they are one."""
    chosen: dict[str, tuple[int, int]] = {}
    levels: dict[int, int] = {}
    left_out, others = [], []
    for place, cell in enumerate(cells[:COLUMNS_LOOKED_AT]):
        header = as_header(cell)
        if not header:
            continue
        if NEVER_STORED.search(header):
            left_out.append(written(cell))
            continue
        said = mapping.meaning(cell)
        if said is None and header in LEVELS:
            levels.setdefault(LEVELS[header], place)
            continue
        others.append(place)
        name, rank = (said, SURE) if said is not None else MEANINGS.get(header, ("", 0))
        if name and (name not in chosen or rank < chosen[name][0]):
            chosen[name] = (rank, place)
    places = {name: place for name, (_, place) in chosen.items()}
    steps = tuple(place for _, place in sorted(levels.items()))
    if steps:
        steps += (places["department"],) if "department" in places else ()
        places["department"] = steps[0]
    headers = {name: written(cells[place]) for name, place in places.items()}
    taken = {*places.values(), *steps}
    unknown = tuple(UnknownColumn(place, written(cells[place])) for place in others if place not in taken)
    return Columns(row, places, headers, tuple(dict.fromkeys(left_out)), steps, unknown)
