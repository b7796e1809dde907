"""What waits for a firm's HR, and how its staff stand."""

import datetime
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ecosystem.models import Organization
from ecosystem.queries import joining
from ecosystem.queries.departments import tree
from ecosystem.queries.staff_list import Criteria, counts, found
from overview.duties import Duty, earliest
from talent_pool.people.imports import todos
from talent_pool.people.imports.page import ImportPage
from web.dates import short_day

MOST_DEPARTMENTS = 6


def duties(firm: Organization) -> list[Duty]:
    """Every kind of duty in a fixed order, also those of which nothing waits."""
    return [requests(firm), corrections(firm), rosters(firm), leavers(firm), not_come(firm)]


def requests(firm: Organization) -> Duty:
    waiting = joining.waiting_requests(firm)
    return Duty(
        key="requests",
        title=_("Requests to join"),
        count=waiting.count,
        template="ecosystem/joining/request_rows.html",
        hint=earliest([row.asked_at for row in waiting.rows]),
        rows=waiting.rows,
        more=reverse("ecosystem:join_requests"),
    )


def corrections(firm: Organization) -> Duty:
    waiting = joining.waiting_corrections(firm)
    return Duty(
        key="corrections",
        title=_("Corrections asked for"),
        count=waiting.count,
        template="ecosystem/joining/correction_rows.html",
        hint=earliest([row.asked_at for row in waiting.rows]),
        rows=waiting.rows,
        more=reverse("ecosystem:corrections"),
    )


def rosters(firm: Organization) -> Duty:
    unfinished = todos.imports_to_finish(firm)
    return Duty(
        key="rosters",
        title=_("Rosters to finish"),
        count=todos.count_imports_to_finish(firm),
        template="people/imports/desk_rosters.html",
        hint=_("sent on %(day)s") % {"day": short_day(unfinished[0].uploaded_at)} if unfinished else "",
        rows=[ImportPage(roster, at=timezone.now()) for roster in unfinished],
        more=reverse("people:imports"),
    )


def leavers(firm: Organization) -> Duty:
    return Duty(
        key="leavers",
        title=_("Have they left?"),
        count=todos.count_open_leavers(firm),
        template="people/imports/desk_leavers.html",
        hint=_("they can still sign in"),
        rows=todos.open_leavers(firm),
    )


def not_come(firm: Organization) -> Duty:
    waiting = joining.not_come(firm)
    return Duty(
        key="not-come",
        title=_("Not come yet"),
        count=waiting.count,
        template="ecosystem/joining/not_come_rows.html",
        hint=_("on the roster, never signed in"),
        rows=waiting.rows,
        more=reverse("ecosystem:invitations"),
        presses=False,
    )


@dataclass(frozen=True)
class Staff:
    """Everybody who works there today; the largest departments with their people, and `others` for the rest."""

    total: int
    confirmed: int
    departments: list[tuple[int, str, int]]
    others: int

    @property
    def told(self) -> str:
        return ngettext("%(people)s person on the roster", "%(people)s people on the roster", self.total) % {
            "people": f"{self.total:,}"
        }


def staff_of(firm: Organization, day: datetime.date) -> Staff:
    """`departments` are (id, name, people of the whole branch), the largest first."""
    told = counts(found(firm, Criteria(), day), day)
    tops = sorted((branch for branch in tree(firm) if branch.depth == 0), key=lambda branch: -branch.total)
    shown = [(branch.pk, branch.name, branch.total) for branch in tops[:MOST_DEPARTMENTS] if branch.total]
    others = told["here"] - sum(people for _pk, _name, people in shown)
    return Staff(told["here"], told["confirmed"], shown, max(0, others))
