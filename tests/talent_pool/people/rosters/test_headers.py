"""Headers on two lines, merged, broken, below covers; several lists in one file."""

import io

import pytest
from openpyxl import load_workbook

from sheets import SheetRefused
from talent_pool.people.rosters.header_search import find_header
from talent_pool.people.rosters.headers import as_header
from talent_pool.people.rosters.reading import read_roster
from tests.factories.rosters import HEADERS, make_staff, plain_row
from tests.factories.sheets import saved, xlsx

pytestmark = pytest.mark.django_db

PERSON = plain_row(make_staff(1)[0])


def found(*lines: list) -> tuple:
    columns = find_header(list(enumerate(lines, 1)))
    return columns.header_row, columns.lines, columns.places


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("姓\n名", "姓名"),
        ("*姓名（必填）", "姓名"),
        ("联系\n电话", "联系电话"),
        ("手机号\n请填本人的", "手机号"),
        ("手机号\r\n（11位）", "手机号"),
        ("★ 工 号：", "工号"),
        ("身份\n证号", "身份证号"),
        ("姓名\n身份证号", "姓名身份证号"),
    ],
)
def test_a_header_is_read_over_line_breaks_and_marks(written, said):
    assert as_header(written) == said


def test_a_line_of_groups_above_is_passed_over():
    groups = ["基本信息", "", "", "联系方式", ""]
    assert found(groups, ["姓名", "工号", "部门", "手机号", "邮箱"]) == (
        2,
        1,
        {"name": 0, "staff_no": 1, "department": 2, "phone": 3, "email": 4},
    )


def test_what_was_merged_downward_belongs_to_the_line_below():
    upper = ["序号", "姓名", "任职信息", "", "联系方式", ""]
    assert found(
        ["花名册"], upper, ["", "", "部门", "岗位", "手机号", "邮箱"], ["1", "沈知远", "", "", "13800000000"]
    ) == (
        3,
        2,
        {"name": 1, "department": 2, "post": 3, "phone": 4, "email": 5},
    )


def test_a_header_split_over_two_lines_is_put_together():
    assert found(["姓", "联系", "所在"], ["名", "电话", "部门"]) == (2, 2, {"name": 0, "phone": 1, "department": 2})


def test_a_group_of_departments_gives_its_levels():
    columns = find_header([(1, ["姓名", "手机", "部门", "", ""]), (2, ["", "", "一级", "二级", "三级"])])
    assert (columns.levels, columns.header_row) == ((2, 3, 4), 2)


def test_a_resident_id_split_over_two_lines_is_left_out():
    columns = find_header([(1, ["姓名", "身份证", "联系方式", ""]), (2, ["", "号码", "手机号", "邮箱"])])
    assert (columns.places, len(columns.left_out)) == ({"name": 0, "phone": 2, "email": 3}, 1)


def test_the_row_of_a_person_is_no_second_line():
    assert found(["姓名", "手机号", "职务"], ["沈知远", "13800000000", "主管"]) == (
        1,
        1,
        {"name": 0, "phone": 1, "post": 2},
    )


def test_what_must_be_filled_is_told_under_the_header_and_is_nobody():
    assert len(read_roster(xlsx([["姓名", "手机号"], ["必填", "必填"], [*PERSON[:1], "13800000000"]])).every_row) == 1


def test_merged_cells_of_a_workbook():
    rows = [["某某公司花名册"], ["姓名", "任职", None, "联系方式"], [None, "部门", "岗位", "手机号"]]
    book = load_workbook(io.BytesIO(xlsx([*rows, ["单立新", "市场部", "经理", "17700000000"]])))
    for cells in ("A1:D1", "A2:A3", "B2:C2"):
        book.active.merge_cells(cells)
    roster = read_roster(saved(book))
    assert (roster.columns.header_row, roster.faults) == (3, [])
    assert [(row.name, row.department, row.post, row.phone) for row in roster.rows] == [
        ("单立新", "市场部", "经理", "+8617700000000")
    ]


def test_a_header_merged_over_two_columns_whose_first_is_empty():
    rows = [["姓名", None, "手机号"], [None, "单立新", "17700000000"], [None, "曾敏", "17700000001"]]
    assert [row.name for row in read_roster(xlsx(rows)).rows] == ["单立新", "曾敏"]


LISTS = {"一月": [HEADERS], "二月": [HEADERS, PERSON], "三月": [HEADERS, PERSON, PERSON]}


def test_the_first_list_with_people_is_read_and_the_others_are_told():
    roster = read_roster(xlsx([["封面"], ["某某公司"]], title="封面", **LISTS))
    assert (roster.sheet, roster.sheets) == ("二月", ("一月", "三月"))


def test_another_list_may_be_asked_for():
    roster = read_roster(xlsx([["封面"]], title="封面", **LISTS), sheet="三月")
    assert (roster.sheet, roster.sheets, len(roster.every_row)) == ("三月", ("一月", "二月"), 2)


def test_a_sheet_that_is_not_there_is_refused():
    with pytest.raises(SheetRefused):
        read_roster(xlsx([HEADERS, PERSON]), sheet="四月")


def test_the_row_of_headers_may_be_named():
    content = xlsx([["姓名", "手机号"], ["旧", "13800000000"], HEADERS, PERSON])
    roster = read_roster(content, header_row=3)
    assert (roster.columns.header_row, [row.name for row in roster.rows]) == (3, ["单立新"])
