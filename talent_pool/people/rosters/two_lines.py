"""Headers on two lines: groups above, words split between the lines, cells merged downward."""

from sheets import Cell
from talent_pool.people.rosters.columns import COLUMNS_LOOKED_AT
from talent_pool.people.rosters.headers import LEVELS, MEANINGS, NEVER_STORED, as_header
from talent_pool.people.rosters.mapping import Mapping


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
