"""Mobile numbers of mainland China, however they were typed, as E.164."""

import re
from decimal import Decimal

from words.digits import half_width
from words.invisible import without_invisible

MOBILE = re.compile(r"1[3-9][0-9]{9}")
PUNCTUATION = re.compile(r"[\s\-()'’`\u2010-\u2015\u2212]")
COUNTRY = re.compile(r"^(?:\+|00)?86(?=1)")
AS_FLOAT = re.compile(r"[0-9]{11,13}\.0+")
IN_POWERS = re.compile(r"1\.[0-9]{7,10}[eE]\+?10")


def normalize_phone(text: object) -> str:
    """`+86` and 11 digits; raises ValueError when the text is no mobile number.

    Takes a number that a spreadsheet turned into `1.3812345678E10`, but not the rounded `1.38123E+10` that it
    shows in a narrow column.
    """
    digits = COUNTRY.sub("", PUNCTUATION.sub("", whole_number(without_invisible(half_width(str(text))).strip())))
    if not MOBILE.fullmatch(digits):
        raise ValueError("not a mobile number")
    return f"+86{digits}"


def whole_number(text: str) -> str:
    return str(int(Decimal(text))) if AS_FLOAT.fullmatch(text) or IN_POWERS.fullmatch(text) else text


def mask_phone(phone: str) -> str:
    """`138****5678` for `+8613812345678`."""
    local = phone.removeprefix("+86")
    return f"{local[:3]}****{local[-4:]}"
