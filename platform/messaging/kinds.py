"""The kinds of message, registered by the rooms that send them, with their words.

A message stores the kind and the few words that belong into its sentence, so that each reader gets it in their own
language. A kind that also goes out as a text names the function that finds phone and sentence when it is sent.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


class Letter(NamedTuple):
    """A text on its way; it is never stored."""

    phone: str
    text: str


@dataclass(frozen=True)
class Kind:
    """`words` are the keys that `title` and `text` may name; `letter` is None for what stays in the house."""

    title: Words
    text: Words = ""
    words: frozenset[str] = frozenset()
    icon: str = "bell"
    letter: Callable[[int], Letter | None] | None = None


KINDS: dict[str, Kind] = {}
UNKNOWN = Kind(_("Message"))
"""Of a room that is gone."""


def register(
    name: str,
    *,
    title: Words,
    text: Words = "",
    words: tuple[str, ...] = (),
    icon: str = "bell",
    letter: Callable[[int], Letter | None] | None = None,
) -> None:
    """Say how messages of a kind read; registering one twice is a mistake and raises.

    `letter(ref_id)` returns the phone and the text, or None when there is nothing to send any more.
    """
    if name in KINDS:
        raise ValueError(f"{name} is registered twice")
    KINDS[name] = Kind(title, text, frozenset(words), icon, letter)


def kind_of(name: str) -> Kind:
    return KINDS.get(name, UNKNOWN)
