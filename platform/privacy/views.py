"""One's own data: what is held, all of it to take along, all of it erased."""

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from privacy import confirming
from privacy.erasing import erase
from privacy.forms import ErasureForm
from privacy.summary import held_about


def exports(name: str):
    """A function of the module that has exports made: `start` or `latest`."""
    return import_string(f"{settings.PRIVACY_EXPORTS}.{name}")


@require_safe
@login_required
@never_cache
def my_data(request) -> HttpResponse:
    """What is held of the person, by whom, why and until when."""
    context = {"held": held_about(request.user), "job": exports("latest")(request.user)}
    return render(request, "privacy/my_data.html", context)


@require_POST
@login_required
def export(request) -> HttpResponse:
    exports("start")(person=request.user, at=timezone.now())
    return redirect("privacy:my_data")


@require_POST
@login_required
def send_code(request) -> HttpResponse:
    """The code that erasing asks for, to the person's own phone."""
    if confirming.has_phone(request) and not confirming.send_code(request):
        form = ErasureForm(request=request)
        refusal = _("Too many codes were asked for. Wait five minutes and try again.")
        return page(request, form, refusal=refusal, status=422)
    return redirect("privacy:erase")


@login_required
@never_cache
def erase_me(request) -> HttpResponse:
    """What erasing does, in plain words; the person types who they are and the code, and is gone."""
    form = ErasureForm(request.POST if request.method == "POST" else None, request=request)
    if request.method == "POST":
        if not confirming.has_phone(request):
            confirming.ask_otherwise(request)
        if form.is_valid():
            erase(person=request.user, by=request.user, at=timezone.now())
            logout(request)
            return render(request, "privacy/erased.html")
    return page(request, form, status=422 if form.errors else 200)


def page(request, form: ErasureForm, *, refusal: str = "", status: int = 200) -> HttpResponse:
    context = {
        "held": held_about(request.user),
        "form": form,
        "needs_code": "code" in form.fields,
        "is_asked": confirming.is_asked(request),
        "refusal": refusal,
    }
    return render(request, "privacy/erase.html", context, status=status)
