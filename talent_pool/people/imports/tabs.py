"""The preview's rows by what would happen to them, and in pages."""

from dataclasses import dataclass
from functools import cached_property

from django.core.paginator import Paginator
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from talent_pool.people.models.imports import RowResult

ROWS_A_PAGE = 50
TABS: list[tuple[str, str | Promise, str]] = [
    ("", _("All"), "rows"),
    (RowResult.NEW, _("New people"), "new"),
    (RowResult.CHANGED, _("With changes"), "updated"),
    (RowResult.UNCHANGED, _("Unchanged"), "unchanged"),
    (RowResult.FAULTY, _("To be corrected"), "faulty"),
    (RowResult.SKIPPED, _("Left out"), "skipped"),
]
MOVED = "moved"


@dataclass(frozen=True)
class Tab:
    key: str
    label: str | Promise
    count: int
    is_current: bool


class Counted(Paginator):
    """Pages over rows whose number is known."""

    def __init__(self, rows, count: int):
        super().__init__(rows, ROWS_A_PAGE)
        self.known = count

    @cached_property
    def count(self) -> int:
        return self.known
