import pytest
from hypothesis import given
from hypothesis import strategies as st

from words.phones import local, mask_phone, normalize_phone

WRITTEN = [
    "13812345678",
    13812345678,
    13812345678.0,
    "１３８１２３４５６７８",
    " 138 1234 5678 ",
    "138-1234-5678",
    "138—1234—5678",
    "+86 138 1234 5678",
    "(+86)13812345678",
    "86-13812345678",
    "008613812345678",
    "13812345678.0",
    "8613812345678.0",
    "'13812345678",
    "1.3812345678E10",
    "1.3812345678e+10",
    "\u202a13812345678\u202c",
]


@pytest.mark.parametrize("written", WRITTEN)
def test_a_phone_however_written_is_one_phone(written):
    assert normalize_phone(written) == "+8613812345678"


REFUSED = ["", "1380013", "12812345678", "138123456789", "0571-88888888", "1.38E+10", "1.38124E+10", "1.99e10"]
REFUSED += ["13812345678/13912345678", "13812345678.5", "１３８", "١٣٨١٢٣٤٥٦٧٨", "+8523812345678", "None", "nan"]


@pytest.mark.parametrize("written", REFUSED)
def test_what_is_no_phone_is_refused(written):
    with pytest.raises(ValueError, match="not a mobile number"):
        normalize_phone(written)


def test_a_phone_that_ends_in_zeros_survives_a_float():
    assert normalize_phone(float(13812340000)) == "+8613812340000"


def test_masking_keeps_three_and_four():
    assert (mask_phone("+8613812345678"), local("+8613812345678")) == ("138****5678", "13812345678")


PHONES = st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)


@given(PHONES)
def test_normalizing_is_done_once(phone):
    stored = normalize_phone(phone)
    assert (stored, normalize_phone(stored), normalize_phone(float(phone))) == (f"+86{phone}", stored, stored)


@given(st.text())
def test_any_text_is_a_phone_or_refused_by_value_error(text):
    try:
        stored = normalize_phone(text)
    except ValueError:
        return
    assert normalize_phone(stored) == stored
