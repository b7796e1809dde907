"""Full-width digits and letters as half-width ones, and texts compared as a person compares them."""

import unicodedata


def half_width(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def fold(text: str) -> str:
    """The same for two texts that differ in case, width or spaces only."""
    return "".join(half_width(text).casefold().split())
