"""What somebody may have meant who wrote a phone or a day that cannot be."""

import calendar
import re

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from words.digits import plain
from words.phones import MOBILE, normalize_phone

NUMBERS = re.compile(r"[0-9]+")
DAY = re.compile(r"\D*([0-9]{1,4})\D+([0-9]{1,2})(?:\D+([0-9]{1,4}))?\D*")
TOGETHER = re.compile(r"((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})")
ELEVEN = 11
THIS_CENTURY = 69
"""Two digits of a year up to here are 20.., the others 19..: as spreadsheets do."""


def phone_trouble(value: str) -> str:
    """What is wrong with the phone, in words that follow it."""
    digits = "".join(NUMBERS.findall(plain(value)))
    if re.fullmatch(r"[0-9.]+e\+?[0-9]+", plain(value), re.IGNORECASE):
        return _("was rounded by the spreadsheet; the last digits are lost")
    if digits.startswith("1") and 7 < len(digits) < ELEVEN:
        short = ELEVEN - len(digits)
        return ngettext("is one digit short", "is %(count)s digits short", short) % {"count": short}
    if digits.startswith("1") and ELEVEN < len(digits) <= 13:
        more = len(digits) - ELEVEN
        return ngettext("has one digit too many", "has %(count)s digits too many", more) % {"count": more}
    if digits.startswith("0") and len(digits) >= 10:
        return _("is a landline; a code can only be sent to a mobile phone")
    return _("is not a mobile number of eleven digits")


def phones_meant(value: str) -> list[str]:
    """The mobile numbers that stand inside what was written (a leading zero, two numbers in one cell)."""
    found = []
    for part in re.split(r"[^0-9+\-\s]+|\s{2,}", plain(value)):
        digits = "".join(NUMBERS.findall(part))
        for told in (digits, digits.removeprefix("0")):
            if MOBILE.fullmatch(told) and told not in found:
                found.append(told)
    return [told for told in found if normalize_phone(told)]


def days_meant(value: str) -> list[str]:
    """The days, as 2024-02-29, that may be meant: the last of a short month, day and month exchanged, a year of two
    digits, the first of a year.
    """
    told = plain(value)
    if re.fullmatch(r"(?:19|20)[0-9]{2}年?", told):
        return [f"{told[:4]}-01-01"]
    parts = TOGETHER.fullmatch(told) or DAY.fullmatch(told)
    if not parts:
        return []
    numbers = [int(part) for part in parts.groups() if part]
    if len(numbers) == 3 and len(parts[3]) == 4 and len(parts[1]) < 3:
        numbers = [numbers[2], numbers[0], numbers[1]]
    year, month, day = (*numbers, 1)[:3]
    year = year if year > 99 else year + (2000 if year <= THIS_CENTURY else 1900)
    found = [as_day(year, month, day), as_day(year, day, month)]
    return list(dict.fromkeys(filter(None, found)))[:2]


def as_day(year: int, month: int, day: int) -> str:
    """The day, or the last of its month; "" when there is none."""
    if not (1900 <= year < 2100 and 1 <= month <= 12 and 1 <= day <= 31):
        return ""
    return f"{year}-{month:02d}-{min(day, calendar.monthrange(year, month)[1]):02d}"
