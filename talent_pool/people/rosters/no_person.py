"""Rows below a header that are nobody: examples, notes, totals, headers printed again."""

import re

from sheets import Cell
from talent_pool.people.rosters.headers import MEANINGS, as_header
from words.digits import plain
from words.names import normalize_name

EXAMPLE = r"(?:填写)?(?:示例|样例|范例)|例子|例如|举例|例|example|sample"
EXAMPLE_ROW = re.compile(rf"\W*(?:{EXAMPLE})\W*", re.IGNORECASE)
EXAMPLE_NAME = re.compile(
    rf"\W*(?:填写)?(?:示例|样例|范例)|\W*(?:{EXAMPLE})\W|.*[(【\[]\s*(?:{EXAMPLE})\s*[)】\]]", re.IGNORECASE
)
NOTE = re.compile(
    r"[*※(【\[]*\s*(?:说明|填表|填写|填报|注意|备注\s*:|注\s*[:\d]|提示|制表|审核|负责人\s*:|联系人\s*:|合计|总计|小计|共计|共\s*\d+)"
    r"|\d+\s*[.、):]"
)
PROSE = re.compile(r"[。,;:!?\d]|.{16,}")
"""What no name holds. Looked for only in a cell that stands alone in its row."""
PRINTED_AGAIN = MEANINGS.keys() | {"必填", "必填项", "选填", "选填项", "非必填", "可不填", "可空"}
"""What stands under a header that is printed again, or told which columns must be filled."""


def is_no_person(places: dict[str, int], cells: list[Cell]) -> bool:
    """True for an example, a note, a total, a header once more; `places` is place by field."""
    written = [text for cell in cells if isinstance(cell, str) and (text := plain(cell))]
    named = cells[places["name"]] if places["name"] < len(cells) else ""
    first = written[0] if written else ""
    if any(map(EXAMPLE_ROW.fullmatch, written)) or EXAMPLE_NAME.match(plain(str(named))):
        return True
    told = [place for place in places.values() if place < len(cells) and is_told(cells[place])]
    if not told:
        return True
    if places["phone"] in told:
        return as_header(cells[places["phone"]]) in PRINTED_AGAIN
    if NOTE.match(first):
        return True
    alone = len(written) == 1 == len(told)
    return alone and (places["name"] not in told or bool(PROSE.search(normalize_name(first))))


def is_told(cell: Cell) -> bool:
    return bool(cell.strip() if isinstance(cell, str) else cell)
