import pytest

from talent_pool.people.rosters.columns import find_columns


def test_the_surer_header_wins_wherever_it_stands():
    columns = find_columns(2, ["职务", "岗位", "电话", "姓名", "手机号", "联系电话"])
    assert (columns.places, columns.header_row) == ({"post": 1, "phone": 4, "name": 3}, 2)


def test_headers_are_told_as_the_sheet_has_them():
    columns = find_columns(1, ["* 姓 名", "手机号\n（11位）", "工 号："])
    assert columns.headers == {"name": "* 姓 名", "phone": "手机号 （11位）", "staff_no": "工 号："}


@pytest.mark.parametrize(
    "header",
    ["身份证号", "身份证号码（18位）", "证件号", "ID Card No.", "政治面貌", "民族", "出生日期", "家庭住址", "银行卡号"],
)
def test_what_no_purpose_needs_is_left_out(header):
    assert find_columns(1, ["姓名", header, "手机"]).left_out == (header,)


@pytest.mark.parametrize(
    "cells", [[], ["姓名"], ["姓名", "工号", "部门"], ["手机号"], ["沈知远", "13812345678"], ["员工姓名手机号登记表"]]
)
def test_what_has_no_names_and_phones_is_no_header(cells):
    assert find_columns(1, cells) is None
