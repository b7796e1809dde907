"""Many of a firm's people changed at once: chosen in the list, asked once, done, and told for each."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from ecosystem import queries, rules, staff
from ecosystem.actions import many_staff as actions
from ecosystem.desks import keeper_required
from ecosystem.forms.staff import ManyForm, SearchForm
from ecosystem.models import Employment
from ecosystem.queries import staff_list
from ecosystem.rules.staff import MOST_AT_ONCE
from ecosystem.views.staff import MANY, STATES, manager_of

NAMED = 20


@require_POST
@keeper_required
@never_cache
def many(request) -> HttpResponse:
    """First asks what to set; with `do` it is done. `who` are those ticked; `all` means all whom the search finds."""
    what = request.POST.get("what", "")
    if what not in MANY:
        return HttpResponseBadRequest()
    ids = chosen(request)
    is_told = "do" in request.POST
    form = ManyForm(
        request.POST if is_told else None, organization=request.firm, what=what, initial={"on": queries.today()}
    )
    if is_told and ids and form.is_valid():
        try:
            answers = carry_out(request, what, ids, form.cleaned_data[what])
            return render(request, "ecosystem/staff/many_done.html", told(request, what, answers))
        except rules.NotAllowed as refusal:
            form.add_error(None, str(refusal))
    lines = staff.lines(request.firm, ids[:NAMED])
    context = {
        "form": form,
        "what": what,
        "title": MANY[what],
        "who": Employment.objects.filter(pk__in=ids).values_list("public_id", flat=True),
        "count": len(ids),
        "lines": lines,
        "others": len(ids) - len(lines),
        "too_many": len(ids) > MOST_AT_ONCE,
        "most": MOST_AT_ONCE,
    }
    return render(request, "ecosystem/staff/many.html", context, status=422 if form.errors or not ids else 200)


def chosen(request) -> list[int]:
    """The ids of the firm's own among those ticked, in the order of names; one more than may be at most."""
    if "all" in request.POST:
        form = SearchForm(request.POST)
        manager = manager_of(request, form)
        criteria = form.criteria(set(STATES), manager.pk if manager else None)
        day = queries.today()
        rows = staff_list.found(request.firm, criteria, day).filter(staff_list.states(day)[criteria.state])
    else:
        ticked = [public_id for text in request.POST.getlist("who") if (public_id := as_uuid(text))]
        rows = Employment.objects.filter(organization=request.firm, public_id__in=ticked)
    return list(rows.order_by("name_key", "pk").values_list("pk", flat=True)[: MOST_AT_ONCE + 1])


def as_uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def carry_out(request, what: str, ids: list[int], value) -> list[actions.Answer]:
    deed = {"organization": request.firm, "ids": ids, "by": request.user, "at": timezone.now()}
    if what == "on":
        return actions.leave_many(on=value, **deed)
    return actions.change_many(fields=staff.columns({what: value}), **deed)


def told(request, what: str, answers: list[actions.Answer]) -> dict:
    lines = {line.pk: line for line in staff.lines(request.firm, [answer.employment.pk for answer in answers])}
    return {
        "title": MANY[what],
        "refused": [(lines[answer.employment.pk], answer.refusal) for answer in answers if answer.refusal],
        "changed": [lines[answer.employment.pk] for answer in answers if answer.changed],
        "unchanged": [lines[answer.employment.pk] for answer in answers if not answer.changed and not answer.refusal],
    }
