"""Words compared as a person compares them."""

from words.digits import half_width


def fold(text: str) -> str:
    """The same for two texts that differ in case, width or spaces only."""
    return without_spaces(text).casefold()


def without_spaces(text: str) -> str:
    """Half-width and without spaces, in its own case."""
    return "".join(half_width(text).split())
