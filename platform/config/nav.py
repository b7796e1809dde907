"""The menu as data: who sees which word, and where it leads."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ecosystem.desks import kept_firm, office_of


def anyone(request) -> bool:
    return True


def signed_in(request) -> bool:
    return request.user.is_authenticated


@dataclass(frozen=True)
class Item:
    label: str | Promise
    address: Callable[[], str]
    icon: str
    shown_to: Callable = anyone
    exact: bool = False
    also: str = ""
    """Where else the word is the current one."""

    def is_current(self, path: str) -> bool:
        address = self.address()
        if self.exact:
            return path == address
        return path.startswith(address) or bool(self.also and path.startswith(self.also))


def at_a_desk(request) -> bool:
    return bool(kept_firm(request) or office_of(request))


MENU = (
    Item(_("Desk"), lambda: reverse("overview:desk"), "inbox", shown_to=at_a_desk, also="/office/"),
    Item(_("Academy"), lambda: "/", "house", exact=True),
    Item(_("Courses"), lambda: reverse("learning:catalogue"), "book-open"),
    Item(_("Me"), lambda: reverse("learning:me"), "user-round", shown_to=signed_in),
    Item(_("Ecosystem"), lambda: reverse("ecosystem:overview"), "network"),
)


def navigation(request) -> dict:
    """Context processor: `nav`, dicts with label, url, icon, current; `bar_switch`, whom one may act for.

    Before a person has answered what a roster claims, no word leads anywhere, so none is shown.
    """
    employments = getattr(request, "employments", [])
    if not hasattr(request, "user") or any(held.is_pending for held in employments):
        return {"nav": []}
    return {
        "bar_switch": acting_choices(request),
        "nav": [
            {
                "label": item.label,
                "url": item.address(),
                "icon": item.icon,
                "current": item.is_current(request.path),
            }
            for item in MENU
            if item.shown_to(request)
        ],
    }


def acting_choices(request) -> dict | None:
    """The confirmed employments to choose from in the bar; None when there is nothing to choose."""
    confirmed = [held for held in getattr(request, "employments", []) if held.is_confirmed]
    if len(confirmed) < 2:
        return None
    options = [
        {"value": held.pk, "label": str(held.organization), "current": held == request.acting} for held in confirmed
    ]
    return {"action": reverse("ecosystem:act_for"), "name": "employment", "options": options}
