"""The header among the first rows of a sheet, on one line or on two."""

from dataclasses import replace

from sheets.rows import Row as SheetRow
from talent_pool.people.rosters.columns import Columns, columns_of
from talent_pool.people.rosters.mapping import Mapping
from talent_pool.people.rosters.samples import with_samples
from talent_pool.people.rosters.two_lines import is_second_line, joined

ROWS_LOOKED_AT = 30


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
