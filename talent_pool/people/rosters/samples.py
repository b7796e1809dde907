"""What stands in the columns below a header: shown to HR, and looked at to tell what an unknown column may be."""

from dataclasses import replace

from sheets import Cell
from sheets.rows import Row as SheetRow
from talent_pool.people.rosters.columns import Columns
from talent_pool.people.rosters.headers import written
from talent_pool.people.rosters.likeness import suggest
from talent_pool.people.rosters.resident_ids import holds_resident_id

MOST_SAMPLES = 3
LONGEST_SAMPLE = 40
CELLS_LOOKED_AT = 20
"""Of each column, to tell what may stand in it."""


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
