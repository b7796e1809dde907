"""Mobile numbers of mainland China, however they were typed, as E.164."""

import re

from words.digits import half_width

MOBILE = re.compile(r"1[3-9]\d{9}")


def normalize_phone(text: str) -> str:
    """`+86` and 11 digits; raises ValueError when the text is no mobile number."""
    digits = re.sub(r"[\s\-()–—]", "", half_width(str(text)))
    digits = re.sub(r"^(\+|00)?86(?=1)", "", digits)
    if not MOBILE.fullmatch(digits):
        raise ValueError("not a mobile number")
    return f"+86{digits}"


def mask_phone(phone: str) -> str:
    """`138****5678` for `+8613812345678`."""
    local = phone.removeprefix("+86")
    return f"{local[:3]}****{local[-4:]}"
