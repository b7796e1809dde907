"""An organization's public page, and the office's register: find, take along, put right."""

from functools import partial

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from ecosystem import queries, reports
from ecosystem.actions import organizations, positions
from ecosystem.actions.administrators import invite_first_administrator, named_before
from ecosystem.actions.organizations import UsccRefused
from ecosystem.desks import office_required
from ecosystem.enums import Lack
from ecosystem.forms import office as forms
from ecosystem.forms.organizations import FindForm
from ecosystem.models import ChainPosition, Organization
from ecosystem.queries.chains import positions_of
from ecosystem.queries.organizations import find_organizations, lack_counts, lacks_of
from ecosystem.queries.roles import administrators
from ecosystem.rules import NotAllowed
from ecosystem.rules.office import can_take_back

A_PAGE = 50
TYPES = {
    "csv": ("text/csv; charset=utf-8", reports.as_csv),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", reports.as_xlsx),
}


@require_safe
def organization(request, public_id) -> HttpResponse:
    """Facts, and never people."""
    found = get_object_or_404(Organization, public_id=public_id)
    held = positions_of(found)
    context = {"organization": found, "positions": held, "fields": found.fields.all(), "day": queries.today()}
    return render(request, "ecosystem/organizations/organization.html", context)


@require_safe
@office_required
@never_cache
def register(request) -> HttpResponse:
    """The list, with how many lack what among those that meet the other criteria."""
    form, day = FindForm(request.GET), queries.today()
    criteria = form.criteria()
    page = Paginator(find_organizations(criteria, day), A_PAGE).get_page(request.GET.get("page"))
    counts = lack_counts(criteria, day)
    context = {
        "form": form,
        "criteria": criteria,
        "page": page,
        "rows": [(row, lacks_of(row)) for row in page],
        "lacks": [(lack, counts[lack], criteria.lacks == lack) for lack in Lack],
        "orders": [
            ("name", _("by name"), criteria.order == "name"),
            ("lacks", _("most lacking first"), criteria.order == "lacks"),
            ("newest", _("newest first"), criteria.order == "newest"),
        ],
    }
    return render(request, "ecosystem/office/organizations.html", context)


@require_safe
@office_required
@never_cache
def export(request, ending) -> HttpResponse:
    """The whole list as found, as a file."""
    if ending not in TYPES:
        raise Http404
    kind, written = TYPES[ending]
    found: QuerySet[Organization] = find_organizations(FindForm(request.GET).criteria(), queries.today())
    name = reports.file_name(timezone.now(), ending)
    headers = {"Content-Disposition": content_disposition_header(True, name)}
    return HttpResponse(written(found), content_type=kind, headers=headers)


def page(request, found: Organization, *, status: int = 200, **came_back) -> HttpResponse:
    """One organization with all that the office may write; `came_back` are forms with errors."""
    today = queries.today()
    held = [(each, can_take_back(position=each, today=today)) for each in positions_of(found)]
    context = {
        "organization": found,
        "positions": held,
        "facts": forms.FactsForm(organization=found),
        "position": forms.PositionForm(initial={"from_on": today}),
        "group": forms.GroupForm(),
        "groups": forms.GroupForm.known(),
        "administrator": forms.FirstAdministratorForm(),
        "has_administrator": administrators(found, today).exists(),
        "waiting": named_before(found),
        "today": today,
    }
    return render(request, "ecosystem/office/organization.html", context | came_back, status=status)


def find(public_id) -> Organization:
    return get_object_or_404(Organization.objects.select_related("group"), public_id=public_id)


@office_required
@never_cache
def edit(request, public_id) -> HttpResponse:
    found = find(public_id)
    if request.method != "POST":
        return page(request, found)
    form = forms.FactsForm(request.POST, organization=found)
    return written(request, found, "facts", form, lambda: partial(organizations.edit, **form.facts()))


@require_POST
@office_required
def take_position(request, public_id) -> HttpResponse:
    found, form = find(public_id), forms.PositionForm(request.POST)
    return written(request, found, "position", form, lambda: taking(found, form.cleaned_data))


def taking(found: Organization, told):
    if told["takes_over"]:

        def hand_over(*, organization, **who):
            return positions.hand_over_anchor(chain=told["chain"], to=organization, on=told["from_on"], **who)

        return hand_over
    return partial(positions.take, chain=told["chain"], kind=told["kind"], from_on=told["from_on"])


@require_POST
@office_required
def join_group(request, public_id) -> HttpResponse:
    found = find(public_id)
    if "leave" in request.POST:
        organizations.leave_group(organization=found, by=request.user, at=timezone.now())
        return back(request, found)
    form = forms.GroupForm(request.POST)
    return written(request, found, "group", form, lambda: partial(organizations.join_group, **form.cleaned_data))


@require_POST
@office_required
def invite_administrator(request, public_id) -> HttpResponse:
    found, form = find(public_id), forms.FirstAdministratorForm(request.POST)

    def deed():
        told = form.cleaned_data
        return partial(invite_first_administrator, name=told["person"], phone=told["number"])

    return written(request, found, "administrator", form, deed)


def written(request, found: Organization, name: str, form, deed) -> HttpResponse:
    """Check the form, do the deed and go back to the organization; else the page with the form as it was sent."""
    try:
        if form.is_valid():
            deed()(organization=found, by=request.user, at=timezone.now())
            return back(request, found)
    except (NotAllowed, UsccRefused) as refusal:
        form.add_error("uscc" if isinstance(refusal, UsccRefused) else None, str(refusal))
    return page(request, found, status=422, **{name: form})


def back(request, found: Organization) -> HttpResponse:
    messages.success(request, _("Written down."))
    return redirect("ecosystem:office_organization", found.public_id)


@require_POST
@office_required
def end_position(request, public_id, position_id) -> HttpResponse:
    """End it on the day given, or take back one that was a slip."""
    found = find(public_id)
    position = get_object_or_404(ChainPosition, pk=position_id, organization=found)
    form = forms.EndForm(request.POST)
    try:
        if "take_back" in request.POST:
            positions.take_back(position=position, by=request.user, at=timezone.now())
        elif form.is_valid():
            positions.end(position=position, on=form.cleaned_data["on"], by=request.user, at=timezone.now())
        else:
            messages.error(request, _("Say the first day on which the position does not hold."))
            return redirect("ecosystem:office_organization", found.public_id)
    except NotAllowed as refusal:
        messages.error(request, str(refusal))
        return redirect("ecosystem:office_organization", found.public_id)
    return back(request, found)
