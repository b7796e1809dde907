"""One of a firm's people, as its HR reads and writes them. Another firm's are not there: 404."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ecosystem import queries, rules, staff
from ecosystem.actions import staff as actions
from ecosystem.desks import keeper_required
from ecosystem.forms.staff import EditForm, JoinForm, LeaveForm, MoveForm
from ecosystem.models import Employment, Role
from ecosystem.queries.roles import administrators
from ecosystem.staff_history import LABELS, history

REPORTS_SHOWN = 20


def own(request, public_id) -> Employment:
    rows = Employment.objects.select_related("department", "line_manager")
    held = get_object_or_404(rows.filter(organization=request.firm), public_id=public_id)
    held.organization = request.firm
    return held


def page(request, name: str, held: Employment | None, form, **more: Any) -> HttpResponse:
    line = staff.Line.of(held) if held else None
    context = {"held": held, "line": line, "form": form, "today": queries.today(), **more}
    return render(request, f"ecosystem/staff/{name}.html", context, status=422 if form.errors else 200)


@require_safe
@keeper_required
@never_cache
def person(request, public_id) -> HttpResponse:
    """What the firm says of them, who is above and below, what they may do for the firm, and how it came about."""
    held, day = own(request, public_id), queries.today()
    below = Employment.objects.on(day).filter(line_manager=held).order_by("name_key", "pk")
    ids = list(below.values_list("pk", flat=True)[: REPORTS_SHOWN + 1])
    roles = Role.objects.filter(organization=request.firm, person=held.person_id, to_on=None).order_by("from_on", "pk")
    again = Employment.objects.current().filter(organization=request.firm, person=held.person_id)
    context = {
        "held": held,
        "line": staff.Line.of(held),
        "today": day,
        "claim": [(LABELS[name], words) for name, words in staff.claim(held).items()],
        "manager": staff.Line.of(held.line_manager) if held.line_manager else None,
        "reports": staff.lines(request.firm, ids[:REPORTS_SHOWN]),
        "has_more_reports": len(ids) > REPORTS_SHOWN,
        "roles": roles,
        "history": history(held),
        "has_left": held.to_on is not None and held.to_on <= day,
        "is_leaving": held.to_on is not None and held.to_on > day,
        "stands_anew": again.first() if held.to_on else None,
    }
    return render(request, "ecosystem/staff/person.html", context)


@require_http_methods(["GET", "POST"])
@keeper_required
@never_cache
def add(request) -> HttpResponse:
    """Enter one person by hand; whether the number is known anywhere plays no part."""
    form = JoinForm(request.POST or None, organization=request.firm)
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        name, mobile = said.pop("name"), said.pop("mobile")
        try:
            held = actions.join(
                organization=request.firm,
                **staff.asked(name, mobile),
                by=request.user,
                at=timezone.now(),
                **staff.columns(said),
            )
            messages.success(request, _("%(name)s is on your staff once they say yes.") % {"name": name})
            return redirect("ecosystem:staff_person", held.public_id)
        except rules.NotAllowed as refusal:
            form.add_error(None, str(refusal))
    return page(request, "add", None, form)


@require_http_methods(["GET", "POST"])
@keeper_required
@never_cache
def edit(request, public_id) -> HttpResponse:
    """Only what HR changed is written. A stale page is answered with both, to choose from; nothing typed is lost."""
    held = own(request, public_id)
    form = EditForm(request.POST or None, employment=held)
    if request.method == "POST" and form.is_valid():
        fields = {name: value for name, value in form.changed().items() if request.POST.get(f"keep-{name}") != "theirs"}
        try:
            changed = actions.change(
                employment=held,
                version=form.cleaned_data["version"],
                fields=staff.columns(fields),
                by=request.user,
                at=timezone.now(),
            )
            return redirect("ecosystem:staff_person", changed.public_id)
        except rules.Conflict as conflict:
            return both(request, form, fields, conflict.stands)
        except rules.NotAllowed as refusal:
            form.add_error(None, str(refusal))
    return page(request, "edit", held, form)


def both(request, form: EditForm, fields: dict[str, Any], stands: Employment) -> HttpResponse:
    """What stands now beside what HR typed. The choice is sent with the version that stands."""
    stands = own(request, stands.public_id)
    theirs, yours = staff.claim(stands), staff.claim(staff.as_typed(stands, fields))
    shown = EditForm(employment=stands).as_shown()
    differing = [
        {
            "name": name,
            "label": LABELS[name],
            "theirs": theirs[name],
            "yours": yours[name],
            "contested": form.data.get(f"initial-{name}", "") != shown[name],
        }
        for name in fields
        if theirs[name] != yours[name]
    ]
    typed = shown | {name: form.data.get(name, "") for name in fields}
    hidden = [*typed.items(), *((f"initial-{name}", value) for name, value in shown.items() if name != "version")]
    context = {"held": stands, "line": staff.Line.of(stands), "hidden": hidden, "differing": differing}
    return render(request, "ecosystem/staff/both.html", context, status=422)


@require_http_methods(["GET", "POST"])
@keeper_required
@never_cache
def move(request, public_id) -> HttpResponse:
    """Another department, post or line manager."""
    held = own(request, public_id)
    form = MoveForm(request.POST or None, employment=held, day=queries.today())
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        on, version = said.pop("on"), said.pop("version")
        deed = {"employment": held, "on": on, "version": version, **staff.columns(said)}
        return done(request, "move", held, form, actions.move, deed)
    return page(request, "move", held, form)


@require_http_methods(["GET", "POST"])
@keeper_required
@never_cache
def leave(request, public_id) -> HttpResponse:
    """They leave; who alone administers the organization is asked for a successor, and may go without one."""
    held, day = own(request, public_id), queries.today()
    administering = set(administrators(request.firm, day).values_list("person", flat=True))
    alone = administering == {held.person_id}
    form = LeaveForm(
        request.POST or None,
        organization=request.firm,
        asks_for_successor=alone,
        initial={"on": day, "version": held.version},
    )
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        successor = said.get("successor")
        deed = {
            "employment": held,
            "on": said["on"],
            "version": said["version"],
            "successor": successor.person if successor else None,
        }
        return done(request, "leave", held, form, actions.leave, deed)
    return page(request, "leave", held, form, alone=alone)


@require_POST
@keeper_required
def come_back(request, public_id) -> HttpResponse:
    """They work here again, once they say yes."""
    held = own(request, public_id)
    try:
        held = actions.come_back(employment=held, by=request.user, at=timezone.now())
        messages.success(request, _("They are asked at their next sign-in whether they work here again."))
    except rules.NotAllowed as refusal:
        messages.error(request, str(refusal))
    return redirect("ecosystem:staff_person", held.public_id)


def done(request, name: str, held: Employment, form, action, deed: dict[str, Any]) -> HttpResponse:
    """Do it and show the person, or say on the form why not."""
    try:
        action(by=request.user, at=timezone.now(), **deed)
    except rules.NotAllowed as refusal:
        form.add_error(None, str(refusal))
        return page(request, name, held, form)
    return redirect("ecosystem:staff_person", held.public_id)
