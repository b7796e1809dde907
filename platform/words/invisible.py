"""Characters nobody sees: joiners, direction marks and byte order marks that copying brings along."""

import unicodedata


def without_invisible(text: str) -> str:
    if text.isascii():
        return text
    return "".join(character for character in text if unicodedata.category(character) != "Cf")
