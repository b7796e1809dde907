"""For whoever applies for an organization, without a log-in: apply, follow, answer."""

from allauth.account.adapter import get_adapter
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from ecosystem.actions import applications as actions
from ecosystem.enums import ApplicationState
from ecosystem.forms.applications import AnswerForm, ApplicationForm
from ecosystem.models import OrganizationApplication
from ecosystem.rules import NotAllowed
from ecosystem.rules import applications as rules
from messaging.limits import take_one
from words.phones import mask_phone


def filled(request):
    """What was sent; the button beside a suggested code puts that code in."""
    told = request.POST.copy()
    if told.get("take_uscc"):
        told["uscc"] = told["take_uscc"]
    return told


def is_too_many(request) -> bool:
    address = get_adapter(request).get_client_ip(request)
    return not take_one(address, purpose="apply-from", most=rules.TRIES_A_DAY, at=timezone.now())


def shown(request, template: str, context: dict, form: ApplicationForm, *, status: int = 200) -> HttpResponse:
    """The page; with errors it keeps the licence that came with them."""
    if form.errors:
        form.hold_licence()
        status = status if status != 200 else 422
    response = render(request, template, {**context, "form": form}, status=status)
    response["X-Robots-Tag"] = "noindex"
    return response


@never_cache
def apply(request) -> HttpResponse:
    """The form; handing it in leads to the page of the application."""
    template = "ecosystem/apply/form.html"
    if request.method != "POST":
        response = render(request, template, {"form": ApplicationForm()})
        return response
    form = ApplicationForm(filled(request), request.FILES)
    if not form.is_valid():
        if is_too_many(request):
            return refused(request, template, {}, form)
        return shown(request, template, {}, form)
    number = form.cleaned_data["applicant_phone"]
    is_spent = not take_one(number, purpose="apply", most=rules.APPLICATIONS_A_DAY, at=timezone.now())
    if is_too_many(request) or is_spent:
        return refused(request, template, {}, form)
    try:
        application = actions.apply(
            facts=form.facts(),
            licence=form.cleaned_data["licence"],
            fields=form.cleaned_data["fields_of_application"],
            at=timezone.now(),
        )
    except NotAllowed as refusal:
        form.add_error(None, str(refusal))
        return shown(request, template, {}, form)
    return redirect("ecosystem:application", application.public_id)


def refused(request, template: str, context: dict, form: ApplicationForm) -> HttpResponse:
    form.add_error(None, _("Too many applications came from here today. Try again tomorrow, or call the office."))
    return shown(request, template, context, form, status=429)


@never_cache
def application(request, public_id) -> HttpResponse:
    """Who holds the address sees the state, what they typed, and a form when the office has asked."""
    template = "ecosystem/apply/application.html"
    held = get_object_or_404(OrganizationApplication.objects.select_related("chain"), public_id=public_id)
    context = {
        "application": held,
        "fields": held.fields.all(),
        "number": mask_phone(held.applicant_phone) if held.applicant_phone else "",
        "is_to_answer": held.state == ApplicationState.ASKED_BACK,
    }
    if request.method != "POST":
        form = AnswerForm(application=held) if context["is_to_answer"] else None
        response = render(request, template, {**context, "form": form})
        response["X-Robots-Tag"] = "noindex"
        return response
    form = AnswerForm(filled(request), request.FILES, application=held)
    if is_too_many(request):
        form.is_valid()
        return refused(request, template, context, form)
    if not form.is_valid():
        return shown(request, template, context, form)
    try:
        actions.answer(
            application=held,
            words=form.cleaned_data["answer"],
            facts=form.facts(),
            licence=form.cleaned_data["licence"],
            fields=form.cleaned_data["fields_of_application"],
            at=timezone.now(),
        )
    except NotAllowed as refusal:
        form.add_error(None, str(refusal))
        return shown(request, template, context, form)
    return redirect("ecosystem:application", held.public_id)
