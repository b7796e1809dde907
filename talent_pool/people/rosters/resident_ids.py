"""Resident identity numbers (公民身份号码, GB 11643-1999): recognized in order not to be stored."""

import re

MONTH_AND_DAY = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
EIGHTEEN = re.compile(rf"(?<![0-9])[1-9][0-9]{{5}}(?:18|19|20)[0-9]{{2}}{MONTH_AND_DAY}[0-9]{{3}}[0-9Xx](?![0-9])")
FIFTEEN = re.compile(rf"[1-9][0-9]{{5}}[0-9]{{2}}{MONTH_AND_DAY}[0-9]{{3}}")
ROUNDED = re.compile(r"[1-9]\.[0-9]+e\+?1[47]", re.IGNORECASE)
BETWEEN = re.compile(r"(?<=[0-9])[\s\-]+(?=[0-9Xx])")


def holds_resident_id(text: str) -> bool:
    """True for text with a number of 18 signs that carries a birthday, or that is one of 15 digits, or one that a
    spreadsheet has rounded. The check digit is not asked: a mistyped number tells as much.
    """
    if len(text) < 7:
        return False
    joined = BETWEEN.sub("", text)
    return bool(EIGHTEEN.search(joined) or FIFTEEN.fullmatch(joined) or ROUNDED.fullmatch(joined))
