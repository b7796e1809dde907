"""Dates as staff offices write them.

Read: 2023-09-03, 2023/9/3, 2023.9.3, 2023 9 3, 2023年9月3日, 20230903, a time of day behind any of them, and the
number that Excel keeps for a day (45172 is 2023-09-03). A month without a day (2023.9, 2023年9月, 202309) is its first:
staff offices that keep months only mean "since that month". Not read: a year alone, years of two digits, day or month
first (03/09/2023), and days that no calendar has.
"""

import datetime
import re

from words.digits import plain

TIME = r"(?:[T\s]+[0-9]{1,2}[:时][0-9]{1,2}\S*)?"
SPELLED = re.compile(
    r"([0-9]{4})\s*(?:年|[-/.\s–—])\s*([0-9]{1,2})\s*(?:(?:月|[-/.\s–—])\s*([0-9]{1,2})\s*[日号.]?|月|\.)?" + TIME
)
WRITTEN_TOGETHER = re.compile(r"((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})?" + TIME)
SERIAL = re.compile(r"([0-9]{5})(?:\.[0-9]+)?")
DAY_ZERO = datetime.date(1899, 12, 30)
"""Excel counts days from here; it believes in 29 February 1900, so that only dates after it agree."""
SERIALS = range(20_000, 80_001)
"""Serial numbers of October 1954 to January 2119; smaller numbers of five digits are more likely something else."""
YEARS = range(1900, 2100)


def parse_date(text: str | float | datetime.date) -> datetime.date:
    """The day that is meant; a date is returned as it is, a datetime loses its time.

    Raises ValueError for what no staff office would call a date, and for days no calendar has (2023年13月45日).
    """
    if isinstance(text, datetime.datetime):
        return text.date()
    if isinstance(text, datetime.date):
        return text
    told = plain(str(text))
    if (serial := SERIAL.fullmatch(told)) and int(serial[1]) in SERIALS:
        return DAY_ZERO + datetime.timedelta(days=int(serial[1]))
    found = SPELLED.fullmatch(told) or WRITTEN_TOGETHER.fullmatch(told)
    if found is None or int(found[1]) not in YEARS:
        raise ValueError("not a date")
    return datetime.date(int(found[1]), int(found[2]), int(found[3] or 1))
