import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from words.dates import parse_date

DAY = datetime.date(2023, 9, 3)
WRITTEN = ["2023-09-03", "2023/9/3", "2023.9.3", "2023. 9. 3", "2023年9月3日", "2023年09月03号", "２０２３年９月３日"]
WRITTEN += [
    "20230903",
    "45172",
    "45172.75",
    "2023-09-03 08:30:00",
    "2023-09-03T08:30:00Z",
    "2023/9/3 0:00",
    "2023.9.3.",
]
WRITTEN += [DAY, 45172, 45172.75, 20230903, datetime.datetime(2023, 9, 3, 23, 59), "2023–9–3", "2023年 9 月 3 日"]


@pytest.mark.parametrize("written", WRITTEN)
def test_a_day_however_written_is_one_day(written):
    assert parse_date(written) == DAY


@pytest.mark.parametrize("written", [2023.9, "2023.9", "2023年9月", "2023-09", "2023/9", "202309"])
def test_a_month_is_its_first_day(written):
    assert parse_date(written) == datetime.date(2023, 9, 1)


REFUSED = [
    "",
    "2023年13月45日",
    "2023-02-30",
    "2023",
    "2023年",
    "23.9.3",
    "03/09/2023",
    "9月3日",
    "2023.13",
    "1899-01-01",
]
REFUSED += [
    "2099年12月31日左右",
    "45",
    "1234567",
    "2023-09-03-04",
    "长期",
    "0000-00-00",
    "٢٠٢٣-٠٩-٠٣",
    None,
    True,
    2023,
    "19999",
    "80001",
    10959,
]


@pytest.mark.parametrize("written", REFUSED)
def test_what_is_no_day_is_refused(written):
    with pytest.raises(ValueError):
        parse_date(written)


def test_serial_numbers_have_a_first_and_a_last():
    assert (parse_date("20000"), parse_date(80000)) == (datetime.date(1954, 10, 3), datetime.date(2119, 1, 11))


DAYS = st.dates(datetime.date(1954, 10, 3), datetime.date(2099, 12, 31))


@given(DAYS)
def test_every_spelling_of_a_day_is_that_day(day):
    spellings = [
        day.isoformat(),
        f"{day.year}.{day.month}.{day.day}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day:%Y%m%d}",
        str((day - datetime.date(1899, 12, 30)).days),
    ]
    assert {parse_date(spelling) for spelling in spellings} == {day}


@given(st.text(alphabet="0123456789年月日./-: ", max_size=20))
def test_any_text_is_a_date_or_refused_by_value_error(text):
    try:
        assert parse_date(parse_date(text).isoformat()) == parse_date(text)
    except ValueError:
        pass
