"""The ecosystem at a glance."""

from django.http import HttpResponse
from django.shortcuts import render

from ecosystem import queries
from ecosystem.models import Field


def overview(request) -> HttpResponse:
    """1 + 3 + N: the chains with their members by position, and the fields of application."""
    context = {
        "chains": queries.chains_with_members(queries.today()),
        "fields": Field.objects.prefetch_related("organizations"),
    }
    return render(request, "ecosystem/overview.html", context)
