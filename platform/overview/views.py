"""Where a person lands after sign-in, and the desk."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from ecosystem.desks import kept_firm, office_of
from ecosystem.queries import today
from overview import coming, firm_desk, office_desk
from overview.greetings import called, greeting


@never_cache
def home(request) -> HttpResponse:
    """The desk for those who have one, the academy for everybody else."""
    at_a_desk = kept_firm(request) or office_of(request)
    return redirect("overview:desk" if at_a_desk else "/")


@login_required
@never_cache
def desk(request) -> HttpResponse:
    """Everything that waits for this person: as HR of the organization acted for, and as the office."""
    firm, ecosystem, day = kept_firm(request), office_of(request), today()
    if firm is None and ecosystem is None:
        raise Http404
    duties = [*(firm_desk.duties(firm) if firm else ()), *(office_desk.duties() if ecosystem else ())]
    context = {
        "greeting": greeting(timezone.now()),
        "called": called(request.user.full_name),
        "firm": firm,
        "office": ecosystem,
        "duties": duties,
        "waiting": sum(duty.count for duty in duties if duty.presses),
        "days": coming.days_ahead(firm, day) if firm else (),
        "staff": firm_desk.staff_of(firm, day) if firm else None,
    }
    return render(request, "overview/desk.html", context)
