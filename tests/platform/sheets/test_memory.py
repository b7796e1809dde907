"""However a file is made, reading it needs little memory here and a bounded amount in the reader."""

import tracemalloc
import zipfile

import pytest

from sheets import SheetRefused, read_sheets, refusals, text_files, workbooks
from sheets.reader import LONGEST_CELL, MOST_COLUMNS
from talent_pool.people.trials.hostile import bombs, packing
from tests.factories import sheets as make

ROWS = [["姓名", "手机号"], ["沈知远", "13812345678"]]
MIB = 1 << 20


def rows(content: bytes) -> list[list]:
    return [cells for sheet in read_sheets(content) for _, cells in sheet.rows]


def outcome(content: bytes) -> int | str:
    """How many rows there are, or the sentence."""
    try:
        return sum(1 for sheet in read_sheets(content) for _row in sheet.rows)
    except SheetRefused as refusal:
        return str(refusal)


def peak(content: bytes) -> float:
    """MiB that this process needs to read it."""
    tracemalloc.start()
    try:
        outcome(content)
        return tracemalloc.get_traced_memory()[1] / MIB
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "line", [b"," * 4 * MIB, b'"\n",' * MIB, b"x" * 4 * MIB, "𠮷\n".encode() + b"a,b\r\n" * (MIB // 4)]
)
def test_a_text_is_never_held_as_a_whole(line):
    assert peak(b"a,b\n" + line) < 3.5


def test_a_row_of_text_that_does_not_end_is_damage():
    assert outcome(b"a,b\n" + b"," * text_files.LONGEST_ROW) == str(refusals.damaged())


def test_a_long_list_of_entries_is_not_read():
    content = make.repacked(make.xlsx(ROWS), **{f"e{number}": b"x" for number in range(20_000)})
    assert outcome(content) == str(refusals.swells())
    assert peak(content) < 1


def test_a_swollen_list_of_sheets_tells_no_hidden_columns():
    noise = "".join(f'<a b="{number * 7919 % 1_000_003}"/>' for number in range(100_000))
    with_noise = make.replaced(make.xlsx(ROWS, hidden="B"), "xl/workbook.xml", "</workbook>", noise + "</workbook>")
    assert workbooks.hidden_columns(make.xlsx(ROWS, hidden="B")) == {"Sheet1": {1}}
    assert workbooks.hidden_columns(with_noise) == {}
    assert outcome(with_noise) == 2


def test_spoiled_packing_is_damage():
    content = make.xlsx(ROWS)
    place = content.index(b"xl/workbook.xml") + 15
    assert outcome(content[:place] + bytes(40) + content[place + 40 :]) == str(refusals.damaged())


def test_other_ways_of_packing_are_not_tried():
    assert outcome(make.repacked(make.xlsx(ROWS), kind=zipfile.ZIP_LZMA)) == str(refusals.damaged())


def test_one_string_shown_in_very_many_cells_is_too_much():
    assert outcome(bombs.one_string_many_times(None)) == str(refusals.too_many_cells())


def test_a_reader_that_stumbles_over_a_value_calls_the_file_damaged():
    styles = f'<styleSheet xmlns="{packing.MAIN}"><cellXfs><xf numFmtId="46"/></cellXfs></styleSheet>'
    duration = packing.sheet('<row r="1"><c r="A1" s="0"><v>1e308</v></c></row>')
    assert outcome(packing.workbook(STYLES=styles, SHEET=duration)) == str(refusals.damaged())


def test_what_stands_far_to_the_right_is_not_read():
    for content in (make.xlsx([[None] * (MOST_COLUMNS - 1) + ["a", "b"]]), b"," * MOST_COLUMNS):
        assert [len(cells) for cells in rows(content)] == [MOST_COLUMNS]


def test_a_cell_longer_than_excel_allows_is_cut():
    content = packing.workbook(SHEET=packing.sheet(packing.row_of(1, ["长" * 40_000])))
    assert [len(cell) for cells in rows(content) for cell in cells] == [LONGEST_CELL]
