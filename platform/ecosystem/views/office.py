"""For the district office: applications, one after the other."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from ecosystem import licences, queries
from ecosystem.actions import applications as actions
from ecosystem.desks import office_required
from ecosystem.enums import ApplicationState
from ecosystem.forms.office import AcceptForm, DeclineForm, QuestionForm
from ecosystem.models import OrganizationApplication
from ecosystem.queries.applications import applications_by_state, counts_by_state, similar_organizations
from ecosystem.rules import NotAllowed
from ecosystem.rules import applications as rules
from words.phones import local

A_PAGE = 30


@require_safe
@office_required
@never_cache
def applications(request) -> HttpResponse:
    """By state, with how many there are of each."""
    state = request.GET.get("state", "")
    state = state if state in ApplicationState.values else ""
    counts = counts_by_state()
    page = Paginator(applications_by_state(state), A_PAGE).get_page(request.GET.get("page"))
    states = [(each, each.label, counts[each], each == state) for each in ApplicationState]
    context = {"page": page, "states": states, "state": state, "all": counts.total()}
    return render(request, "ecosystem/office/applications.html", context)


def found(public_id) -> OrganizationApplication:
    rows = OrganizationApplication.objects.select_related("chain", "organization")
    return get_object_or_404(rows, public_id=public_id)


def page(request, application: OrganizationApplication, *, status: int = 200, **forms) -> HttpResponse:
    """One application, with the forms of what may be done now; `forms` are those that came back with errors."""
    can = {to.value: rules.can_move(application=application, to=to) for to in ApplicationState}
    context = {
        "application": application,
        "fields": application.fields.all(),
        "number": local(application.applicant_phone),
        "is_open": can[ApplicationState.ACCEPTED],
        "can_ask": can[ApplicationState.ASKED_BACK],
        "similar": similar_organizations(application),
        "is_pdf": licences.ending_of(application.licence.name) == ".pdf" if application.licence else False,
        "accept": forms.get("accept") or AcceptForm(today=queries.today()),
        "ask": forms.get("ask") or QuestionForm(),
        "decline": forms.get("decline") or DeclineForm(),
    }
    return render(request, "ecosystem/office/application.html", context, status=status)


@require_safe
@office_required
@never_cache
def application(request, public_id) -> HttpResponse:
    return page(request, found(public_id))


@require_safe
@office_required
@never_cache
def licence(request, public_id) -> HttpResponseBase:
    """The picture, drawn anew when it came in; a PDF is only handed out to be saved."""
    application = found(public_id)
    if not application.licence:
        raise Http404
    ending = licences.ending_of(application.licence.name)
    response = FileResponse(
        application.licence.open("rb"),
        as_attachment=ending == ".pdf",
        filename=f"licence-{application.uscc}{ending}",
        content_type=licences.TYPES[ending],
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


@require_POST
@office_required
def accept(request, public_id) -> HttpResponse:
    application = found(public_id)
    form = AcceptForm(request.POST, today=queries.today())
    if not form.is_valid():
        return page(request, application, status=422, accept=form)

    def deed():
        actions.accept(
            application=application, from_on=form.cleaned_data["from_on"], by=request.user, at=timezone.now()
        )

    told = _("%(firm)s is in. The first administrator gets a text.") % {"firm": application.name}
    return done(request, application, deed, told=told, accept=form)


@require_POST
@office_required
def ask(request, public_id) -> HttpResponse:
    application, form = found(public_id), QuestionForm(request.POST)
    if not form.is_valid():
        return page(request, application, status=422, ask=form)

    def deed():
        question = form.cleaned_data["question"]
        actions.ask_back(application=application, question=question, by=request.user, at=timezone.now())

    return done(request, application, deed, told=_("Asked. The applicant gets a text."), ask=form)


@require_POST
@office_required
def decline(request, public_id) -> HttpResponse:
    application, form = found(public_id), DeclineForm(request.POST)
    if not form.is_valid():
        return page(request, application, status=422, decline=form)

    def deed():
        reason = form.cleaned_data["reason"]
        actions.decline(application=application, reason=reason, by=request.user, at=timezone.now())

    return done(request, application, deed, told=_("Declined. The applicant gets a text."), decline=form)


def done(request, application, deed, *, told: str, **forms) -> HttpResponse:
    """Do it and go back to the application; a refusal stands above the form, with what was typed."""
    try:
        deed()
    except NotAllowed as refusal:
        next(iter(forms.values())).add_error(None, str(refusal))
        return page(request, found(application.public_id), status=422, **forms)
    messages.success(request, told)
    return redirect(reverse("ecosystem:office_application", args=[application.public_id]))
