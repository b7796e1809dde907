"""Is this certificate genuine? Open to everyone, and says no more than the paper does."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from courses.learning.certificate_codes import normalize_code
from courses.learning.forms import CertificateForm
from courses.learning.queries import find_certificate


@require_safe
def ask(request) -> HttpResponse:
    """Type the number of a certificate."""
    form = CertificateForm(request.GET if "code" in request.GET else None)
    if form.is_bound and form.is_valid():
        code = form.cleaned_data["code"]
        return redirect("learning:verify", code) if normalize_code(code) else verify(request, code)
    return private(render(request, "learning/verify_ask.html", {"form": form}))


@require_safe
def verify(request, code: str) -> HttpResponse:
    """Genuine, revoked, or unknown."""
    found = find_certificate(normalize_code(code))
    context = {"certificate": found, "code": code, "form": CertificateForm(initial={"code": code})}
    return private(render(request, "learning/verify.html", context, status=200 if found else 404))


def private(response: HttpResponse) -> HttpResponse:
    """A page with a person's name is neither kept nor listed."""
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response
