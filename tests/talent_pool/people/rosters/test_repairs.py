"""What may have been meant by a phone or a day that cannot be."""

import pytest

from talent_pool.people.rosters.repairs import days_meant, phone_trouble, phones_meant

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.mark.parametrize(
    ("written", "trouble"),
    [
        ("1399057100", "is one digit short"),
        ("139905710", "is 2 digits short"),
        ("139905710001", "has one digit too many"),
        ("0571-88888888", "is a landline; a code can only be sent to a mobile phone"),
        ("1.39906E+10", "was rounded by the spreadsheet; the last digits are lost"),
        ("没有手机", "is not a mobile number of eleven digits"),
        ("22200001111", "is not a mobile number of eleven digits"),
    ],
)
def test_the_trouble_with_a_phone_is_told(written, trouble):
    assert phone_trouble(written) == trouble


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("013812345678", ["13812345678"]),
        ("13812345678/13912345678", ["13812345678", "13912345678"]),
        ("电话13812345678（家）", ["13812345678"]),
        ("1381234567", []),
        ("", []),
    ],
)
def test_phones_inside_a_cell_are_found(written, meant):
    assert phones_meant(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2024-02-30", ["2024-02-29"]),
        ("2023年2月29日", ["2023-02-28"]),
        ("20240631", ["2024-06-30"]),
        ("2024-13-05", ["2024-05-13"]),
        ("24.3.1", ["2024-03-01", "2024-01-03"]),
        ("98/7/15", ["1998-07-15"]),
        ("03/09/2023", ["2023-03-09", "2023-09-03"]),
        ("2019", ["2019-01-01"]),
        ("2023年13月45日", []),
        ("去年", []),
        ("0000-00-00", []),
        ("1899-02-30", []),
    ],
)
def test_days_that_may_be_meant(written, meant):
    assert days_meant(written) == meant
