"""The catalogue: the address is the search."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from courses.learning.catalogue import Catalogue
from courses.learning.facts import facts_of
from courses.learning.forms import CatalogueForm

PER_PAGE = 12


@require_safe
def catalogue(request) -> HttpResponse:
    """Courses found by words and filters; for htmx only what changes with them."""
    form = CatalogueForm(request.GET)
    found = Catalogue(form.criteria(), at=timezone.now())
    page = Paginator(found.courses, PER_PAGE).get_page(request.GET.get("page"))
    facts = facts_of(
        list(page),
        viewer=request.user if request.user.is_authenticated else None,
        organization_id=request.acting.organization_id if request.acting else None,
        at=found.at,
    )
    context = {
        "found": found,
        "form": form,
        "page": page,
        "cards": [(course, facts[course.pk]) for course in page],
    }
    template = "learning/catalogue.html#results" if request.htmx else "learning/catalogue.html"
    response = render(request, template, context)
    response["Vary"] = "HX-Request"
    return response
