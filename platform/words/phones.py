"""Mobile numbers of mainland China, however they were typed, as E.164."""

import re
from decimal import Decimal

from words.digits import plain

MOBILE = re.compile(r"1[3-9][0-9]{9}")
BETWEEN = re.compile(r"[\s\-()‐‑‒–—−'’]")
COUNTRY = re.compile(r"^(?:\+|00)?86(?=1)")
NUMBER = re.compile(r"1\.([0-9]+)e\+?10|(?:86)?1[0-9]{10}\.0+", re.IGNORECASE)
FEWEST_DECIMALS = 7
"""Excel shows a long number in a narrow cell as 1.38124E+10; so few decimals have lost the phone behind them."""


def normalize_phone(text: str | int | float) -> str:
    """`+86` and 11 digits (ITU E.164; the numbering plan's ^1[3-9]), from text or a number such as 1.3812345678E10.

    Raises ValueError when that is no mobile number, or a number that a spreadsheet has rounded.
    """
    digits = BETWEEN.sub("", plain(str(text)))
    digits = COUNTRY.sub("", as_integer(digits))
    if not MOBILE.fullmatch(digits):
        raise ValueError("not a mobile number")
    return f"+86{digits}"


def as_integer(digits: str) -> str:
    number = NUMBER.fullmatch(digits)
    if number is None or (number[1] and len(number[1]) < FEWEST_DECIMALS):
        return digits
    value = Decimal(digits)
    return str(int(value)) if value == int(value) else digits


def local(phone: str) -> str:
    """The 11 digits that people in China write, for `+8613812345678`."""
    return phone.removeprefix("+86")


def mask_phone(phone: str) -> str:
    """`138****5678` for `+8613812345678`."""
    digits = local(phone)
    return f"{digits[:3]}****{digits[-4:]}"
