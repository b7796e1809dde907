"""Full-width digits and letters as half-width ones."""

import unicodedata


def half_width(text: str) -> str:
    return unicodedata.normalize("NFKC", text)
