"""Days and hours as people here say them: 11月24日 周二 14:00, or Tue 24 Nov 14:00. Always Shanghai."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.translation import get_language

SHANGHAI = ZoneInfo("Asia/Shanghai")
WEEKDAYS = {"zh": "一二三四五六日", "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def local(moment):
    """The moment on a Shanghai clock; a plain date stays as it is."""
    if isinstance(moment, datetime) and moment.tzinfo:
        return moment.astimezone(SHANGHAI)
    return moment


def in_chinese(language=None):
    return not (language or get_language() or "zh").startswith("en")


def weekday(moment, language=None):
    """周二 · Tue"""
    number = local(moment).weekday()
    return f"周{WEEKDAYS['zh'][number]}" if in_chinese(language) else WEEKDAYS["en"][number]


def month(moment, language=None):
    """11月 · Nov"""
    number = local(moment).month
    return f"{number}月" if in_chinese(language) else MONTHS[number - 1]


def short_day(moment, language=None):
    """11月24日 · 24 Nov"""
    day = local(moment).day
    return f"{month(moment, language)}{day}日" if in_chinese(language) else f"{day} {month(moment, language)}"


def day(moment, language=None):
    """11月24日 周二 · Tue 24 Nov"""
    parts = [short_day(moment, language), weekday(moment, language)]
    return " ".join(parts if in_chinese(language) else reversed(parts))


def full_day(moment, language=None):
    """2026年11月24日 · 24 Nov 2026"""
    year = local(moment).year
    return f"{year}年{short_day(moment, language)}" if in_chinese(language) else f"{short_day(moment, language)} {year}"


def clock(moment, language=None):
    """14:00"""
    return f"{local(moment):%H:%M}"


def day_time(moment, language=None):
    """11月24日 周二 14:00 · Tue 24 Nov 14:00"""
    return f"{day(moment, language)} {clock(moment, language)}"


def period(start, end, language=None):
    """10月12日 – 11月30日; the hours when both fall on one day; the years when they differ."""
    start, end = local(start), local(end)
    if isinstance(start, datetime) and isinstance(end, datetime) and start.date() == end.date():
        return f"{day_time(start, language)} – {clock(end)}"
    if start.year != end.year:
        return f"{full_day(start, language)} – {full_day(end, language)}"
    if (start.month, start.day) == (end.month, end.day):
        return day(start, language)
    return f"{short_day(start, language)} – {short_day(end, language)}"
