"""Certificate numbers such as LC-2026-7K3MQ-9TF2W: the year, then ten characters that nobody can count through."""

import re
import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: no I, L, O, U, so that nobody misreads a printed number."""
MISREAD = str.maketrans("OIL", "011")


def new_code(year: int) -> str:
    tail = "".join(secrets.choice(ALPHABET) for _ in range(10))
    return f"LC-{year}-{tail[:5]}-{tail[5:]}"


def normalize_code(text: str) -> str:
    """The number as it is stored, from what a person typed; "" when it cannot be one."""
    plain = re.sub(r"[\s\-–—_.]", "", text).upper()
    found = re.fullmatch(r"LC(\d{4})(\w{10})", plain, flags=re.ASCII)
    if not found:
        return ""
    tail = found[2].translate(MISREAD)
    return f"LC-{found[1]}-{tail[:5]}-{tail[5:]}"
