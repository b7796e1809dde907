"""What the wizard's page shows of a roster, in whichever state it is."""

import datetime
from functools import cached_property
from typing import Any

from django.utils.translation import gettext_lazy as _

from talent_pool.people import rules
from talent_pool.people.imports import memory
from talent_pool.people.imports.actions.holding import BEFORE, fell_back
from talent_pool.people.imports.drawn_rows import LABELS, Drawn, drawn
from talent_pool.people.imports.tabs import MOVED, TABS, Counted, Tab
from talent_pool.people.imports.understood import suggestion
from talent_pool.people.models import RosterImport, RosterWord
from talent_pool.people.models.imports import ImportState
from words.phones import local

FEW_CHOICES = 4
SHOWN_FIRST = 40
"""More corrections than this are shown once these are done."""
OPEN = frozenset({ImportState.UPLOADED, ImportState.ASKING, ImportState.LOOKED})
FIRST_STEP = frozenset({ImportState.UPLOADED, ImportState.ASKING, ImportState.REFUSED, ImportState.DROPPED})
WITH_ROWS = frozenset({ImportState.LOOKED, ImportState.COMMITTING, ImportState.COMMITTED})


class ImportPage:
    """`show` is a tab's key, `number` the page of rows, `typed` what HR typed into fields that could not be saved."""

    def __init__(
        self,
        roster: RosterImport,
        *,
        at: datetime.datetime,
        show: str = "",
        number: str = "1",
        typed: dict[str, str] | None = None,
    ):
        self.roster, self.at, self.typed = roster, at, typed or {}
        self.numbers = roster.numbers
        self.understood = roster.understood
        self.show = show if show in {key for key, _label, _name in TABS} | {MOVED} else ""
        self.wanted_page = number

    @property
    def state(self) -> str:
        """As it really is, also when a job ended without having done anything."""
        return BEFORE[ImportState(self.roster.state)] if fell_back(self.roster) else self.roster.state

    @property
    def is_working(self) -> bool:
        return self.roster.job is not None and self.roster.job.is_unfinished

    @property
    def is_looked_at(self) -> bool:
        """The rows on the page are those of the latest corrections."""
        return self.roster.looked_version == self.roster.version

    @property
    def waits_for_look(self) -> bool:
        """Nobody is at it and somebody must ask again: a look that failed."""
        return self.is_open and not self.is_looked_at and not self.is_working

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_checked(self) -> bool:
        """HR checks it now."""
        return self.state == ImportState.LOOKED

    @property
    def has_rows(self) -> bool:
        return bool(self.understood) and self.state in WITH_ROWS

    @property
    def refusal(self) -> str:
        if self.roster.refusal:
            return self.roster.refusal
        job = self.roster.job
        return job.refusal if job and not self.is_working and (fell_back(self.roster) or self.waits_for_look) else ""

    @property
    def step(self) -> int:
        if self.state in FIRST_STEP:
            return 1
        return 2 if self.state == ImportState.LOOKED else 3

    @property
    def writable(self) -> int:
        return self.numbers.get("new", 0) + self.numbers.get("updated", 0)

    @property
    def can_undo(self) -> bool:
        """As far as the state and the days go; who is in the way is told when it is tried."""
        return self.state == ImportState.COMMITTED and self.at < self.undo_until

    @property
    def undo_until(self):
        return rules.undo_until(self.roster.committed_at) if self.roster.committed_at else None

    # what is to be corrected

    @cached_property
    def offers(self) -> list[dict[str, Any]]:
        return [self.offer(offer) for offer in self.roster.offers]

    def offer(self, offer: dict[str, Any]) -> dict[str, Any]:
        return offer | {
            "value": local(offer["value"]),
            "typed": self.typed.get(f"text-{offer['key']}", ""),
            "has_many": len(offer["choices"]) > FEW_CHOICES,
            "is_suggested": suggestion(offer) is not None,
            "each": [self.offer(one) for one in offer["each"]],
        }

    @property
    def first_offers(self) -> list[dict[str, Any]]:
        return self.offers[:SHOWN_FIRST]

    @property
    def later_offers(self) -> int:
        return max(len(self.offers) - SHOWN_FIRST, 0)

    @cached_property
    def suggestions(self) -> int:
        return sum(offer["is_suggested"] for offer in self.offers)

    # the rows

    @cached_property
    def moved(self) -> list[int]:
        return self.understood.get(MOVED, [])

    @cached_property
    def tabs(self) -> list[Tab]:
        told = [Tab(key, label, self.numbers.get(name, 0), key == self.show) for key, label, name in TABS]
        if self.moved:
            told.append(Tab(MOVED, _("Different now"), len(self.moved), self.show == MOVED))
        return [tab for tab in told if tab.count or not tab.key]

    @cached_property
    def fields(self) -> list[str]:
        known = {column["field"] for column in self.understood.get("columns", ())}
        return [name for name in LABELS if name in known]

    @property
    def labels(self) -> list[Any]:
        return [LABELS[name] for name in self.fields]

    @cached_property
    def page(self):
        rows = self.roster.rows.order_by("number")
        if self.show == MOVED:
            rows, count = rows.filter(number__in=self.moved), len(self.moved)
        else:
            rows = rows.filter(result=self.show) if self.show else rows
            count = next(self.numbers.get(name, 0) for key, _label, name in TABS if key == self.show)
        return Counted(rows, count).get_page(self.wanted_page)

    @cached_property
    def rows(self) -> list[Drawn]:
        return drawn(self.page.object_list, self.fields)

    # the columns

    @cached_property
    def columns(self) -> list[dict[str, Any]]:
        told = self.understood.get("columns", ())
        return [column | {"chosen": self.typed.get(f"field-{column['place']}", column["field"])} for column in told]

    @property
    def choices(self) -> list[tuple[str, Any]]:
        return list(LABELS.items())

    @cached_property
    def suggested(self) -> list[dict[str, Any]]:
        """The columns that are not read and may be something, each field once."""
        taken = {column["field"] for column in self.columns}
        first = {column["suggestion"]: column for column in reversed(self.columns) if not column["field"]}
        return [
            column | {"label": LABELS[name]} for name, column in reversed(first.items()) if name and name not in taken
        ]

    @property
    def has_suggestions(self) -> bool:
        return bool(self.suggested)

    @cached_property
    def remembered(self) -> list[RosterWord]:
        words = self.roster.corrections.get("words", {})
        return memory.applied(self.roster.organization, self.roster.mapping, words)

    @cached_property
    def earlier(self) -> RosterImport | None:
        """The last import of the very same file that was written."""
        same = RosterImport.objects.filter(
            organization=self.roster.organization,
            file_digest=self.roster.file_digest,
            state=ImportState.COMMITTED,
            committed_at__lt=self.roster.uploaded_at,
        )
        return same.order_by("-committed_at").first()
