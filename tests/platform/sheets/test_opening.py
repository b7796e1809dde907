import datetime

import pytest

from sheets import SheetRefused, read_file, read_sheets, refusals
from talent_pool.people.trials.hostile import packing
from tests.factories import sheets as make

ROWS = [["姓名", "手机号"], ["沈知远", "13812345678"]]


def read(content: bytes) -> list[tuple[str, list]]:
    return [(sheet.name, list(sheet.rows)) for sheet in read_sheets(content)]


def cells(content: bytes) -> list[list]:
    [(_, rows)] = read(content)
    return [row for _, row in rows]


@pytest.mark.parametrize("make_file", [make.xlsx, make.xls])
def test_a_workbook_is_its_sheets_with_numbered_rows(make_file):
    assert read(make_file(ROWS, title="员工")) == [("员工", [(1, ROWS[0]), (2, ROWS[1])])]


@pytest.mark.parametrize("make_file", [make.xlsx, make.xls])
def test_numbers_are_text_and_whole_ones_stay_whole(make_file):
    row = [13812345678, 19905710000.0, 2023.9, "007", True]
    assert cells(make_file([row])) == [["13812345678", "19905710000", "2023.9", "007", "TRUE"]]


@pytest.mark.parametrize("make_file", [make.xlsx, make.xls])
def test_a_real_date_is_a_date(make_file):
    assert cells(make_file([[datetime.date(2023, 9, 3), datetime.datetime(2023, 9, 3, 8, 30)]])) == [
        [datetime.date(2023, 9, 3), datetime.date(2023, 9, 3)]
    ]


def test_rows_keep_their_numbers_when_the_sheet_begins_below_and_to_the_right():
    content = make.xlsx([[], [], [None, "姓名"], [], [None, "沈知远"]])
    assert read(content) == [
        ("Sheet1", [(1, ["", ""]), (2, ["", ""]), (3, ["", "姓名"]), (4, ["", ""]), (5, ["", "沈知远"])])
    ]


def test_more_rows_than_one_batch_keep_their_numbers():
    content = make.xlsx([[str(number)] for number in range(1, 1_202)])
    [(_, rows)] = read(content)
    assert rows == [(number, [str(number)]) for number in range(1, 1_202)]


def test_hidden_sheets_are_passed_over():
    assert read(make.xlsx(ROWS, title="员工", 说明=[["a"]], 选项=None)) == [
        ("员工", [(1, ROWS[0]), (2, ROWS[1])]),
        ("说明", [(1, ["a"])]),
    ]


def test_a_sheet_that_is_not_read_does_not_hold_up_the_next():
    content = make.xlsx([[str(number)] for number in range(3_000)], 员工=ROWS)
    assert [sheet.name for sheet in read_sheets(content)] == ["Sheet1", "员工"]


def test_leaving_in_the_middle_ends_the_reader():
    sheets = read_sheets(make.xlsx([[str(number)] for number in range(50_000)]))
    assert next(next(sheets).rows) == (1, ["0"])
    sheets.close()


def test_hidden_columns_are_told():
    [sheet] = read_sheets(make.xlsx(ROWS, hidden="BD"))
    assert sheet.hidden_columns == {1, 3}


def test_a_formula_gives_its_last_value_and_an_error_gives_nothing():
    cached = b"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">
    <c r="A1" t="str"><f>"1"&amp;"2"</f><v>12</v></c><c r="B1" t="e"><v>#N/A</v></c><c r="C1"><f>1+1</f><v>2</v></c>
    </row></sheetData></worksheet>"""
    assert cells(make.repacked(make.xlsx(ROWS), xl__worksheets__sheet1_dot_xml=cached)) == [["12", "", "2"]]


def test_controls_that_no_text_has_are_left_out():
    content = packing.workbook(
        SHEET=packing.sheet(packing.row_of(1, ["张_x0000_三", "李_x0001_四", "一_x000A_二\t三"]))
    )
    assert cells(content) == [["张三", "李四", "一\n二\t三"]]


def test_macros_are_ignored():
    assert cells(make.repacked(make.xlsx(ROWS), xl__vbaProject_dot_bin=b"Sub AutoOpen()")) == ROWS


REFUSED = {
    "nothing": (b"", refusals.empty),
    "white space": (b"\xef\xbb\xbf \r\n", refusals.empty),
    "21 MB": (b"a" * (21 << 20), lambda: refusals.too_large(20)),
    "half a workbook": (make.xlsx(ROWS)[:-400], refusals.damaged),
    "a broken sheet": (
        make.repacked(make.xlsx(ROWS), xl__worksheets__sheet1_dot_xml=b"<worksheet><sheetData><row"),
        refusals.damaged,
    ),
    "an encrypted .xlsx": (make.encrypted_xlsx(), refusals.has_a_password),
    "an encrypted .xls": (make.with_password_xls(ROWS), refusals.has_a_password),
    "a bomb": (make.bomb(make.xlsx(ROWS)), refusals.swells),
    "a bomb under the limit of ratio": (
        make.bomb(make.xlsx(ROWS), 300),
        refusals.swells,
    ),
    "a far corner": (make.far_corner(ROWS), refusals.too_many_cells),
    "an archive of something else": (
        make.repacked(make.xlsx(ROWS), word__document_dot_xml=b"x").replace(b"xl/workbook.xml", b"xl/workbook.xm_"),
        refusals.other_format,
    ),
    "a page saved as .xls": (b"<html><table><tr><td>1</td></tr></table>", refusals.other_format),
    "a PDF": (b"%PDF-1.7\n1 0 obj", refusals.other_format),
    "a picture": (bytes.fromhex("89504e470d0a1a0a0000000d49484452"), refusals.unreadable_text),
    "text in no known encoding": (b"\xff\xff\xff\x81", refusals.unreadable_text),
    "an unclosed quotation mark": (b'a,"' + b"b" * 40_000, refusals.damaged),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_gets_a_sentence(name):
    content, sentence = REFUSED[name]
    with pytest.raises(SheetRefused) as refusal:
        read(content)
    assert str(refusal.value) == str(sentence())


def test_a_bomb_that_lies_about_its_size_takes_only_the_reader_down():
    with pytest.raises(SheetRefused):
        read(make.lying_bomb(make.xlsx(ROWS)))


def test_of_a_file_too_large_only_enough_is_read_to_say_so(tmp_path):
    file = tmp_path / "large.csv"
    with file.open("wb") as out:
        out.truncate(1 << 30)
    assert len(read_file(file)) == (20 << 20) + 1
