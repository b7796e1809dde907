"""Columns that nobody has told us of: suggested by likeness, read only once HR has said what they are."""

import pytest

from sheets import SheetRefused
from talent_pool.people.rosters.header_search import find_header
from talent_pool.people.rosters.mapping import Mapping
from talent_pool.people.rosters.reading import HeaderUnknown, read_roster
from tests.factories.rosters import RESIDENT_ID
from tests.factories.sheets import xlsx

pytestmark = pytest.mark.django_db

DATA = {
    "人员": ["单立新", "曾敏", "吕绿漪"],
    "绑定号": ["17700000000", "17700000001", "17700000002"],
    "学历情况": ["本科", "硕士", "大专"],
}


def as_rows(columns: dict[str, list]) -> list[list]:
    return [list(columns), *map(list, zip(*columns.values(), strict=True))]


def suggestions(**columns: list) -> dict[str, str]:
    lines = as_rows({"姓名": ["单立新", "曾敏", "吕绿漪"], "手机号": DATA["绑定号"], **columns})
    return {one.header: one.suggestion for one in find_header(list(enumerate(lines, 1))).unknown}


@pytest.mark.parametrize(
    ("header", "cells", "field"),
    [
        ("员工所属部门", ["市场部", "研发部", "市场部"], "department"),
        ("现任岗位名", ["经理", "工程师", "经理"], "post"),
        ("办公用邮箱地址", ["a@example.com", "b@example.com", ""], "email"),
        ("联络", ["a@example.com", "b@example.com", "c@example.com"], "email"),
        ("文化", ["本科", "硕士", "大专"], "education"),
        ("到公司日期", ["2024-01-01", "2023.5.6", "2022/7/8"], "joined_on"),
        ("会的技能", ["Python", "UVM", ""], "skills"),
        ("谁是直属领导", ["曾敏", "曾敏", ""], "line_manager"),
        ("紧急联系人电话", ["13800000001", "13800000002", "13800000003"], ""),
        ("合同到期日期", ["2024-01-01", "2023.5.6", "2022/7/8"], ""),
        ("序号", ["1", "2", "3"], ""),
        ("备注", ["", "借调", ""], ""),
    ],
)
def test_a_column_is_suggested_by_its_header_and_by_what_stands_in_it(header, cells, field):
    assert suggestions(**{header: cells}) == {header: field}


def test_a_suggestion_is_never_applied_without_a_yes():
    rows = as_rows({"姓名": ["单立新"], "手机号": ["17700000000"], "员工所属部门": ["市场部"]})
    assert [row.department for row in read_roster(xlsx(rows)).rows] == [""]
    said = Mapping.of({"员工所属部门": "department"})
    assert [row.department for row in read_roster(xlsx(rows), mapping=said).rows] == ["市场部"]


def test_what_hr_says_holds_for_a_header_broken_over_two_lines_whose_first_is_a_name_we_know():
    rows = as_rows({"姓名": ["单立新"], "手机号": ["17700000000"], "员工\n排号": ["A7"]})
    said = Mapping.of({"员工 排号": "staff_no"})
    assert [row.staff_no for row in read_roster(xlsx(rows), mapping=said).rows] == ["A7"]


def test_what_hr_says_wins_over_what_we_know():
    rows = as_rows({"姓名": ["单立新"], "手机号": ["17700000000"], "联系电话": ["17700000009"], "职务": ["经理"]})
    said = Mapping.of({"* 联系电话（必填）": "phone", "职务": "title"})
    roster = read_roster(xlsx(rows), mapping=said)
    assert [(row.phone, row.post, row.title) for row in roster.rows] == [("+8617700000009", "", "经理")]
    assert [one.header for one in roster.columns.unknown] == ["手机号"]


def test_a_column_may_be_left_out():
    rows = as_rows({"姓名": ["单立新"], "手机号": ["17700000000"], "部门": ["市场部"]})
    roster = read_roster(xlsx(rows), mapping=Mapping.of({"部门": ""}))
    assert ([row.department for row in roster.rows], [one.header for one in roster.columns.unknown]) == ([""], ["部门"])


def test_what_is_never_stored_stays_unread_whatever_is_said():
    rows = as_rows({"姓名": ["单立新"], "手机号": ["17700000000"], "身份证号": [RESIDENT_ID]})
    roster = read_roster(xlsx(rows), mapping=Mapping.of({"身份证号": "staff_no"}))
    assert ([row.staff_no for row in roster.rows], roster.columns.unknown, roster.left_out) == ([""], (), ["身份证号"])


def test_fields_that_no_roster_has_are_dropped():
    assert Mapping.of({"甲": "salary", "乙": "post", "": "name"}).fields == {"乙": "post"}


def test_no_sample_holds_a_resident_id():
    rows = as_rows({"姓名": ["单立新", "曾敏"], "手机号": DATA["绑定号"][:2], "编码": [RESIDENT_ID, "甲"]})
    roster = read_roster(xlsx(rows))
    assert [one.samples for one in roster.columns.unknown] == [("甲",)]
    assert RESIDENT_ID not in str(roster.columns)


def test_a_header_nobody_knows_is_asked_about():
    with pytest.raises(HeaderUnknown) as raised:
        read_roster(xlsx([["某某公司"], *as_rows(DATA)], title="表"))
    guess = raised.value.guess
    assert (guess.sheet, guess.header_row) == ("表", 2)
    assert [(one.header, one.suggestion) for one in guess.columns] == [
        ("人员", ""),
        ("绑定号", "phone"),
        ("学历情况", "education"),
    ]
    assert guess.columns[0].samples == ("单立新", "曾敏", "吕绿漪")


def test_once_the_columns_are_said_the_list_is_read():
    said = Mapping.of({"人员": "name", "绑定号": "phone"})
    roster = read_roster(xlsx([["某某公司"], *as_rows(DATA)]), mapping=said)
    assert [row.name for row in roster.rows] == DATA["人员"]


def test_what_is_no_list_at_all_is_refused_without_a_question():
    with pytest.raises(SheetRefused) as raised:
        read_roster(xlsx([["说明"], ["每人一行"]]))
    assert not isinstance(raised.value, HeaderUnknown)
