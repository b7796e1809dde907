"""Text as typed anywhere, with half-width digits and letters and without what cannot be seen."""

import unicodedata

UNSEEN = {"Cc", "Cf", "Co", "Cs"}
"""Unicode categories: controls, format marks such as U+200B, private use, surrogates. White space is kept."""


def half_width(text: str) -> str:
    """The text in NFKC: full-width digits and letters, ligatures and wide spaces become ordinary ones."""
    return unicodedata.normalize("NFKC", text)


def plain(text: str) -> str:
    """Half-width, without control and format marks, outer space gone, every inner stretch of space one blank."""
    told = half_width(text)
    if not told.isprintable():
        told = "".join(letter for letter in told if letter.isspace() or is_seen(letter))
    return " ".join(told.split())


def is_seen(letter: str) -> bool:
    return (letter.isascii() and letter.isprintable()) or unicodedata.category(letter) not in UNSEEN
