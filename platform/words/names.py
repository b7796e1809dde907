"""Names of people: one field, family name first."""

from pypinyin import Style, lazy_pinyin

from words.digits import half_width


def normalize_name(text: str) -> str:
    """Without stray spaces between Chinese characters, with one middle dot."""
    return "".join(half_width(text).split())


def order_key(name: str) -> str:
    return " ".join(lazy_pinyin(name, style=Style.TONE3, neutral_tone_with_five=True))
