"""A firm's departments as a tree, shaped by its HR. Another firm's are not there: 404."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ecosystem import rules
from ecosystem.actions import departments as actions
from ecosystem.desks import keeper_required
from ecosystem.forms.departments import DepartmentForm, IntoForm
from ecosystem.models import Department
from ecosystem.queries.departments import tree
from ecosystem.queries.staff_list import without_department


@require_http_methods(["GET", "POST"])
@keeper_required
@never_cache
def departments(request) -> HttpResponse:
    """The tree with its people; a new department is added below it."""
    branches = tree(request.firm)
    form = DepartmentForm(request.POST or None, organization=request.firm, branches=branches)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add(organization=request.firm, by=request.user, at=timezone.now(), **form.cleaned_data)
            return redirect("ecosystem:departments")
        except rules.NotAllowed as refusal:
            form.add_error("name", str(refusal))
    context = {"branches": branches, "form": form, "nowhere": without_department(request.firm)}
    return render(request, "ecosystem/departments/tree.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@keeper_required
@never_cache
def department(request, pk: int) -> HttpResponse:
    """Rename it, put it elsewhere, merge it into another, or remove it when it is empty."""
    held = get_object_or_404(Department.objects.select_related("organization"), organization=request.firm, pk=pk)
    branches = tree(request.firm)
    deed = request.POST.get("deed", "")
    told = {"name": held.name, "parent": held.parent_id}
    place = DepartmentForm(
        request.POST if deed == "place" else None, organization=request.firm, branches=branches, initial=told
    )
    into = IntoForm(request.POST if deed == "merge" else None, department=held, branches=branches)
    form = {"place": place, "merge": into}.get(deed)
    if deed == "remove" or (form and form.is_valid()):
        try:
            carry_out(deed, held, form.cleaned_data if form else {}, by=request.user, at=timezone.now())
            return redirect("ecosystem:departments")
        except rules.NotAllowed as refusal:
            if form is None:
                messages.error(request, str(refusal))
            else:
                form.add_error(None, str(refusal))
    branch = next(branch for branch in branches if branch.pk == held.pk)
    context = {"department": held, "branch": branch, "place": place, "into": into, "form": form}
    return render(request, "ecosystem/departments/one.html", context, status=422 if deed else 200)


def carry_out(deed: str, held: Department, said: dict[str, Any], **who: Any) -> None:
    if deed == "merge":
        actions.merge(department=held, into=said["into"], **who)
    elif deed == "remove":
        actions.remove(department=held, **who)
    else:
        actions.place(department=held, name=said["name"], parent=said["parent"], **who)
