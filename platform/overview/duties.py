"""What waits on a desk: one duty for each kind of thing, drawn where it is done."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise


@dataclass(frozen=True)
class Duty:
    """`key` is its place on the page and the name of its template; `hint` says what is pressing about it.

    `rows` are at most as many as the desk draws; `count` is how many there are, and `more` where all of them stand.
    """

    key: str
    title: str | Promise
    count: int
    hint: str | Promise = ""
    rows: list[Any] = field(default_factory=list)
    more: str = ""

    @property
    def template(self) -> str:
        return f"overview/duties/{self.key}.html"
