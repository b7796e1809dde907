"""Days as people write them in spreadsheets."""

import datetime
import re

from words.digits import half_width
from words.invisible import without_invisible

YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
CLOCK = r"(?:[T ]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)?"
SPELLINGS = [
    re.compile(rf"{YEAR}(?P<sign>[-/.])(?P<month>[0-9]{{1,2}})(?:(?P=sign)(?P<day>[0-9]{{1,2}}){CLOCK})?"),
    re.compile(rf"{YEAR}年(?P<month>[0-9]{{1,2}})月(?:(?P<day>[0-9]{{1,2}})[日号]?{CLOCK})?"),
    re.compile(rf"{YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})?(?:\.0+)?"),
]
SERIAL = re.compile(r"[2-7][0-9]{4}(?:\.[0-9]+)?|80000(?:\.0+)?")
SERIALS_BEGIN = datetime.date(1899, 12, 30)
SPACED_SIGN = re.compile(r"\s*([-/.年月日号])\s*")
DASHES = re.compile(r"[\u2010-\u2015\u2212]")


def parse_date(value: object) -> datetime.date:
    """The day a cell means. Raises ValueError when it means none, or might mean two.

    A month without a day is its first day: `2023.9` and `2023年9月` are 2023-09-01. Numbers from 20000 to 80000 are
    the days that spreadsheets count from 1899-12-30. A year of two digits and a day before its month are refused.
    """
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    text = tidy(str(value))
    if SERIAL.fullmatch(text):
        return SERIALS_BEGIN + datetime.timedelta(days=int(float(text)))
    for spelling in SPELLINGS:
        if found := spelling.fullmatch(text):
            return datetime.date(int(found["year"]), int(found["month"]), int(found["day"] or 1))
    raise ValueError("not a date")


def tidy(text: str) -> str:
    plain = DASHES.sub("-", without_invisible(half_width(text))).strip()
    day_and_clock = SPACED_SIGN.sub(r"\1", plain)
    return re.sub(r"([日号])(?=[0-9]{1,2}:)", r"\1 ", day_and_clock)
