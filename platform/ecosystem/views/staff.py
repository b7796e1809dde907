"""A firm's people as its HR finds them. The address is the search."""

from dataclasses import replace

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from competency.enums import Category
from ecosystem import queries, staff
from ecosystem.desks import keeper_required
from ecosystem.enums import ORGANIZATION_ROLES, RoleKind
from ecosystem.forms.staff import SearchForm
from ecosystem.models import Employment
from ecosystem.queries import staff_list
from ecosystem.queries.departments import tree
from ecosystem.rules.staff import MOST_AT_ONCE

STATES = {
    "here": _("Works here"),
    "pending": _("Has not come yet"),
    "confirmed": _("Has confirmed"),
    "refused": _("Says it is wrong"),
    "leaving": _("Is leaving"),
    "left": _("Has left"),
}
SORTS = {"name": _("By name"), "joined": _("Latest first"), "department": _("By department")}
MANY = {
    "department": _("Department"),
    "category": _("Category"),
    "manager": _("Line manager"),
    "on": _("They leave"),
}


@require_safe
@keeper_required
@never_cache
@vary_on_headers("HX-Request", "HX-History-Restore-Request")
def people(request) -> HttpResponse:
    """Those who are found, fifty at a time; for htmx only what changes with the search."""
    day = queries.today()
    form = SearchForm(request.GET)
    manager = manager_of(request, form)
    criteria = form.criteria(set(STATES), manager.pk if manager else None)
    branches = tree(request.firm)
    found = staff_list.found(request.firm, criteria, day)
    counts = staff_list.counts(found, day)
    page = Paginator(range(counts[criteria.state]), staff_list.A_PAGE).get_page(form.cleaned_data.get("page") or 1)
    ids = staff_list.page_of(
        found, criteria, day, start=staff_list.A_PAGE * (page.number - 1), order=[branch.pk for branch in branches]
    )
    context = {
        "criteria": criteria,
        "is_filtered": replace(criteria, state="here", sort="name") != staff_list.Criteria(),
        "page": page,
        "today": day,
        "kept": kept(criteria, manager),
        "lines": staff.lines(request.firm, ids),
        "found": counts[criteria.state],
        "states": [(name, words, counts[name], name == criteria.state) for name, words in STATES.items()],
        "sorts": [(name, words, name == criteria.sort) for name, words in SORTS.items()],
        "branches": branches,
        "categories": Category.choices,
        "roles": [(kind.value, kind.label) for kind in RoleKind if kind in ORGANIZATION_ROLES],
        "many": MANY.items(),
        "most": MOST_AT_ONCE,
        "reports_to": staff.names_of(request.firm, [manager.pk]).get(manager.pk) if manager else "",
        "manager": manager,
    }
    wants_part = request.htmx and not request.htmx.history_restore_request
    page_name = "ecosystem/staff/people.html"
    return render(request, f"{page_name}#results" if wants_part else page_name, context)


def manager_of(request, form: SearchForm) -> Employment | None:
    """The colleague whose reports are asked for; one of another firm's is nobody."""
    form.is_valid()
    asked = form.cleaned_data.get("manager")
    return Employment.objects.filter(organization=request.firm, public_id=asked).first() if asked else None


def kept(criteria: staff_list.Criteria, manager: Employment | None) -> list[tuple[str, object]]:
    """The search as fields, for a form that acts on all whom it finds."""
    said: dict[str, object] = {
        "q": criteria.q,
        "state": criteria.state,
        "within": criteria.within,
        "category": criteria.category,
    }
    said |= {"role": criteria.role, "manager": manager.public_id if manager else None}
    return [(name, value) for name, value in said.items() if value]
