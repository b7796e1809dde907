from datetime import UTC, date, datetime

import pytest

from web import dates

AT = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)
NIGHT = datetime(2026, 11, 24, 16, 30, tzinfo=UTC)
DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("said", "zh", "en"),
    [
        (dates.day_time, "11月24日 周二 14:00", "Tue 24 Nov 14:00"),
        (dates.day, "11月24日 周二", "Tue 24 Nov"),
        (dates.short_day, "11月24日", "24 Nov"),
        (dates.full_day, "2026年11月24日", "24 Nov 2026"),
        (dates.month, "11月", "Nov"),
        (dates.weekday, "周二", "Tue"),
        (dates.clock, "14:00", "14:00"),
    ],
)
def test_a_moment_is_said_in_both_languages(said, zh, en):
    assert (said(AT, "zh-hans"), said(AT, "en")) == (zh, en)


def test_the_day_is_shanghais():
    assert dates.day_time(NIGHT, "zh-hans") == "11月25日 周三 00:30"


def test_a_date_needs_no_clock():
    assert dates.day(DAY, "zh-hans") == "11月24日 周二"


def test_sunday_is_the_last_of_the_week():
    assert (dates.weekday(date(2026, 11, 29), "zh-hans"), dates.weekday(date(2026, 11, 29), "en")) == ("周日", "Sun")


@pytest.mark.parametrize(
    ("start", "end", "zh", "en"),
    [
        (date(2026, 10, 12), date(2026, 11, 30), "10月12日 – 11月30日", "12 Oct – 30 Nov"),
        (date(2026, 11, 28), date(2027, 1, 16), "2026年11月28日 – 2027年1月16日", "28 Nov 2026 – 16 Jan 2027"),
        (DAY, DAY, "11月24日 周二", "Tue 24 Nov"),
        (AT, AT.replace(hour=9, minute=30), "11月24日 周二 14:00 – 17:30", "Tue 24 Nov 14:00 – 17:30"),
    ],
)
def test_a_period_says_no_more_than_it_must(start, end, zh, en):
    assert (dates.period(start, end, "zh-hans"), dates.period(start, end, "en")) == (zh, en)


def test_the_page_language_is_the_usual_one(settings):
    from django.utils.translation import override

    with override("en"):
        assert dates.day(AT) == "Tue 24 Nov"
    with override("zh-hans"):
        assert dates.day(AT) == "11月24日 周二"
