"""Who may do what for the organization: given and ended by its HR and its administrators."""

from itertools import groupby

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from ecosystem import queries, rules, staff
from ecosystem.actions import roles as actions
from ecosystem.desks import keeper_required
from ecosystem.enums import RoleKind
from ecosystem.forms.roles import GiveForm, HandOverForm
from ecosystem.models import Role
from ecosystem.queries.roles import held_for
from ecosystem.rules.staff import grantable

LONGEST_ID = 19


@require_http_methods(["GET", "POST"])
@keeper_required
@never_cache
def roles(request) -> HttpResponse:
    """The list by kind, and a form that gives one more."""
    mine = queries.role_kinds(request.user, request.firm, queries.today())
    kinds = grantable(role_kinds=mine)
    form = GiveForm(request.POST or None, organization=request.firm, kinds=kinds)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            actions.give(employment=said["who"], kind=said["kind"], by=request.user, at=timezone.now())
            return redirect("ecosystem:roles")
        except rules.NotAllowed as refusal:
            form.add_error(None, str(refusal))
    held = held_for(request.firm, queries.today())
    people = {pk for role in held for pk in (role.person_id, role.granted_by_id) if pk}
    names = staff.names_of_people(request.firm, sorted(people))
    listed = [
        (role, names.get(role.person_id), names.get(role.granted_by_id or 0), role.kind in kinds) for role in held
    ]
    context = {
        "groups": [(RoleKind(kind).label, list(rows)) for kind, rows in groupby(listed, key=lambda row: row[0].kind)],
        "form": form,
        "administers": RoleKind.ADMINISTRATOR in mine,
    }
    return render(request, "ecosystem/roles/roles.html", context, status=422 if form.errors else 200)


@require_POST
@keeper_required
def end(request) -> HttpResponse:
    """The role ends today."""
    asked = request.POST.get("role", "")
    is_id = asked.isdecimal() and len(asked) < LONGEST_ID
    role = Role.objects.filter(organization=request.firm, pk=asked).first() if is_id else None
    if role is None:
        raise Http404
    try:
        actions.take(role=role, by=request.user, at=timezone.now())
    except rules.NotAllowed as refusal:
        messages.error(request, str(refusal))
    return redirect("ecosystem:roles")


@require_http_methods(["GET", "POST"])
@keeper_required
@never_cache
def hand_over(request) -> HttpResponse:
    """The administrator names who administers from now on."""
    if RoleKind.ADMINISTRATOR not in queries.role_kinds(request.user, request.firm, queries.today()):
        raise Http404
    form = HandOverForm(request.POST or None, organization=request.firm)
    if request.method == "POST" and form.is_valid():
        try:
            actions.hand_over(
                from_person=request.user,
                to_person=form.cleaned_data["who"].person,
                organization=request.firm,
                by=request.user,
                at=timezone.now(),
            )
            messages.success(request, _("The administration is handed over."))
            return redirect("overview:home")
        except rules.NotAllowed as refusal:
            form.add_error(None, str(refusal))
    return render(request, "ecosystem/roles/hand_over.html", {"form": form}, status=422 if form.errors else 200)
