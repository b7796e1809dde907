import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talent_pool.people.rosters.resident_ids import holds_resident_id

HOLDS = [
    "330110199003074217",
    "33011019900307421X",
    "33011019900307421x",
    "330110 19900307 4217",
    "330110-19900307-4217",
    "张三330110199003074217",
    "身份证：330110199003074217（本人）",
    "330110900307421",
    "3.30110199003074E+17",
    "330110199003074200",
]
HOLDS_NONE = [
    "",
    "E00001",
    "13812345678",
    "330110199013074217",
    "330110199003324217",
    "1330110199003074217",
    "20230903",
]
HOLDS_NONE += ["91330110000000001U", "6222021202041701234", "330110190003", "1.3812345678E+10"]


@pytest.mark.parametrize("text", HOLDS)
def test_a_resident_id_is_recognized(text):
    assert holds_resident_id(text)


@pytest.mark.parametrize("text", HOLDS_NONE)
def test_other_numbers_are_none(text):
    assert not holds_resident_id(text)


@given(
    st.from_regex(r"[1-9][0-9]{5}", fullmatch=True),
    st.dates(min_value=datetime.date(1900, 1, 1)).filter(lambda day: day.year < 2100),
    st.from_regex(r"[0-9]{3}[0-9Xx]", fullmatch=True),
)
def test_every_number_with_a_birthday_is_recognized(county, birthday, rest):
    assert holds_resident_id(f"{county}{birthday:%Y%m%d}{rest}")
