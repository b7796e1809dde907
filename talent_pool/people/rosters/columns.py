"""Which column holds what: the header found among the first rows, by the names staff offices give columns."""

from dataclasses import dataclass, field, replace

from sheets import Cell
from sheets.rows import Row as SheetRow
from talent_pool.people.rosters.headers import LEVELS, MEANINGS, NEVER_STORED, as_header, written
from talent_pool.people.rosters.likeness import suggest
from talent_pool.people.rosters.mapping import Mapping
from talent_pool.people.rosters.resident_ids import holds_resident_id

__all__ = ["MEANINGS", "ROWS_LOOKED_AT", "Columns", "Mapping", "UnknownColumn", "as_header", "find_columns"]

ROWS_LOOKED_AT = 30
COLUMNS_LOOKED_AT = 300
CELLS_LOOKED_AT = 20
"""Of each column, to tell what may stand in it."""
NEEDED = frozenset({"name", "phone"})
MOST_SAMPLES = 3
LONGEST_SAMPLE = 40
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


def find_header(head: list[SheetRow], mapping: Mapping | None = None) -> Columns | None:
    """The columns of the first header among the rows, on one line or on two, with samples from the rows below."""
    for place in range(min(len(head), ROWS_LOOKED_AT)):
        columns = columns_at(head, place, mapping or Mapping())
        if columns.has_people:
            return with_samples(columns, head)
    return None


def columns_at(head: list[SheetRow], place: int, mapping: Mapping) -> Columns:
    """The columns of the header whose first line stands at this place of `head`; its second line is taken along
    where the two say more together than each alone.
    """
    row, cells = head[place]
    alone = columns_of(row, cells, mapping)
    if place + 1 == len(head):
        return alone
    below_row, below = head[place + 1]
    together = joined(cells, below, mapping)
    if not is_second_line(below, together, mapping):
        return alone
    both = replace(columns_of(below_row, together, mapping), lines=2)
    most = max(len(alone.places), len(columns_of(below_row, below, mapping).places))
    return both if len(both.places) + len(both.levels) > most else alone


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


def is_second_line(cells: list[Cell], together: list[Cell], mapping: Mapping) -> bool:
    """True for cells that say nothing but headers, at least one of which is known, alone or with what is above it."""
    told = [place for place, cell in enumerate(cells[:COLUMNS_LOOKED_AT]) if cell != ""]
    if not told or not all(is_wordy(as_header(cells[place])) for place in told):
        return False
    return any(is_known(as_header(together[place]), mapping) for place in told)


def is_wordy(header: str) -> bool:
    return bool(header) and len(header) <= 20 and sum(map(str.isdigit, header)) < 3


def is_known(header: str, mapping: Mapping) -> bool:
    return header in MEANINGS or header in LEVELS or header in mapping.fields or bool(NEVER_STORED.search(header))


def joined(above: list[Cell], below: list[Cell], mapping: Mapping) -> list[Cell]:
    """Two lines of a header as one: 姓 over 名 is 姓名; what stands above several columns (基本信息) is passed over;
    what stands above nothing was merged downward.
    """
    found: list[Cell] = []
    group = ""
    for place in range(min(max(len(above), len(below)), COLUMNS_LOOKED_AT)):
        top, low = (str(cells[place]) if place < len(cells) else "" for cells in (above, below))
        group = top if as_header(top) else group
        found.append(one_header(top, low, group, mapping))
    return found


def one_header(top: str, low: str, group: str, mapping: Mapping) -> str:
    if not as_header(low):
        return top
    together = [top + low] if as_header(top) else []
    if not is_known(as_header(low), mapping):
        together += [low + group, group + low]
    return next((text for text in together if is_known(as_header(text), mapping)), low)


def with_samples(columns: Columns, head: list[SheetRow]) -> Columns:
    """With what stands in the columns, and with what the unknown ones may be."""
    below = [cells for number, cells in head if number > columns.header_row]
    columns = replace(columns, places={name: moved(columns, place, below) for name, place in columns.places.items()})
    samples = {name: samples_at(place, below) for name, place in columns.places.items()}
    free = columns.unknown
    taken = set(columns.places)
    unknown = []
    for column in free:
        told = samples_at(column.place, below)
        suggestion = suggest(column.header, every_cell(column.place, below)[:CELLS_LOOKED_AT], taken)
        taken |= {suggestion} - {""}
        unknown.append(replace(column, samples=told, suggestion=suggestion))
    return replace(columns, samples=samples, unknown=tuple(unknown))


def moved(columns: Columns, place: int, below: list[list[Cell]]) -> int:
    """The place of the cells under a header that was merged over two columns: the second, where the first is empty."""
    known = {*columns.places.values(), *columns.levels, *(column.place for column in columns.unknown)}
    if not below or every_cell(place, below) or place + 1 in known:
        return place
    return place + 1 if every_cell(place + 1, below) else place


def every_cell(place: int, below: list[list[Cell]]) -> list[Cell]:
    return [cells[place] for cells in below if place < len(cells) and str(cells[place]).strip()]


def samples_at(place: int, below: list[list[Cell]]) -> tuple[str, ...]:
    """Up to three different cells, shown as they are; none that holds a resident id."""
    told = dict.fromkeys(written(cell)[:LONGEST_SAMPLE] for cell in every_cell(place, below) if not is_private(cell))
    return tuple(told)[:MOST_SAMPLES]


def is_private(cell: Cell) -> bool:
    return holds_resident_id(str(cell))
