"""The catalogue: the address is the search."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from courses.learning.catalogue import Catalogue
from courses.learning.facts import facts_of
from courses.learning.forms import CatalogueForm

PER_PAGE = 12


@require_safe
@vary_on_headers("HX-Request", "HX-History-Restore-Request")
def catalogue(request) -> HttpResponse:
    """Courses found by words and filters; for htmx only what changes with them."""
    found = Catalogue(CatalogueForm(request.GET).criteria(), at=timezone.now())
    page = Paginator(found.courses, PER_PAGE).get_page(request.GET.get("page"))
    facts = facts_of(
        list(page),
        viewer=request.user if request.user.is_authenticated else None,
        organization_id=request.acting.organization_id if request.acting else None,
        at=found.at,
    )
    context = {
        "found": found,
        "page": page,
        "cards": [(course, facts[course.pk]) for course in page],
    }
    wants_part = request.htmx and not request.htmx.history_restore_request
    return render(request, "learning/catalogue.html#results" if wants_part else "learning/catalogue.html", context)
