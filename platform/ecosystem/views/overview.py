"""The ecosystem at a glance, on any day."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ecosystem import queries
from ecosystem.chain_map import picture_of
from ecosystem.forms.organizations import DayForm
from ecosystem.queries.chains import chains_on, fields_with_members


@require_safe
def overview(request) -> HttpResponse:
    """1 + 3 + N: the chains with who leads them and their members by position, and the fields of application."""
    today = queries.today()
    asked = DayForm(request.GET)
    day = (asked.cleaned_data["on"] if asked.is_valid() else None) or today
    chains, fields = chains_on(day), fields_with_members()
    context = {
        "asked": asked,
        "day": day,
        "is_today": day == today,
        "chains": chains,
        "ecosystem": chains[0].chain.ecosystem if chains else None,
        "fields": fields,
        "picture": picture_of(chains, fields),
    }
    return render(request, "ecosystem/overview.html", context, status=422 if asked.errors else 200)
