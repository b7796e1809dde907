"""What waits on a desk: one duty for each kind of thing, drawn where it is done."""

import datetime
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from web.dates import short_day


@dataclass(frozen=True)
class Duty:
    """`key` is its place on the page; `template` draws `rows`, at most as many as the desk shows, each with its forms.

    `count` is how many wait in all, and `more` the page where all of them stand; `hint` says what is pressing.
    """

    key: str
    title: str | Promise
    count: int
    template: str
    hint: str | Promise = ""
    rows: list[Any] = field(default_factory=list)
    more: str = ""
    presses: bool = True
    """False for what may well wait: it is counted for itself and not among what waits."""

    @property
    def place(self) -> str:
        """Where one comes back to when a row is done."""
        return f"{reverse('overview:desk')}#{self.key}"


def earliest(moments: list[datetime.datetime]) -> str:
    """A hint: how long the first of them, which stand in order, waits already."""
    return _("earliest of %(day)s") % {"day": short_day(moments[0])} if moments else ""
