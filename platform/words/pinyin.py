"""Readings of Chinese text."""

from pypinyin import Style, lazy_pinyin


def order_key_of_text(text: str) -> str:
    """A key that sorts Chinese text by its reading."""
    return " ".join(lazy_pinyin(text, style=Style.TONE3, neutral_tone_with_five=True))[:400]
