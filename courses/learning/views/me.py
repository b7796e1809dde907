"""One's own learning: hours, courses, certificates."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from courses.learning import queries
from courses.learning.hours import hours_of_year
from courses.learning.models import Certificate


@require_safe
@login_required
def me(request) -> HttpResponse:
    now = timezone.now()
    held = queries.enrollments_of(request.user)
    outlines = queries.outlines_for(held)
    context = {
        "hours": hours_of_year(request.user, held, at=now),
        "ledger": queries.ledger_of(request.user),
        "courses": [(enrollment, outlines[enrollment.pk]) for enrollment in held],
        "certificates": queries.certificates_of(request.user),
    }
    return render(request, "learning/me.html", context)


@require_safe
@login_required
def certificate(request, code: str) -> HttpResponse:
    """The certificate as paper: to look at, to print, to hand on."""
    found = get_object_or_404(Certificate, code=code, enrollment__learner=request.user)
    proof = request.build_absolute_uri(reverse("learning:verify", args=[found.code]))
    return render(request, "learning/certificate.html", {"certificate": found, "proof": proof})
