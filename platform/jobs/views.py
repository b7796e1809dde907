"""The bar, the button that stops, the file."""

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRedirect

from jobs import actions, rules
from jobs.models import Job
from web.onward import onward, own_page

SECONDS_TO_THE_NEXT_LOOK = 3


def watched(request, public_id) -> Job:
    """The job, or 404 for whoever may not watch it."""
    job = get_object_or_404(Job, public_id=public_id)
    acting = request.acting.organization_id if request.acting else None
    if not rules.can_watch(job=job, person=request.user, organization_id=acting):
        raise Http404
    return job


@login_required
@never_cache
def job(request, public_id) -> HttpResponse:
    """How far it is. With script the bar asks again by itself; without, the page does."""
    job = watched(request, public_id)
    next_page = own_page(request, request.GET.get("next"))
    if not job.is_unfinished and next_page:
        return HttpResponseClientRedirect(next_page) if request.htmx else HttpResponseRedirect(next_page)
    context = {"job": job, "next": next_page}
    response = render(request, "jobs/bar.html" if request.htmx else "jobs/job.html", context)
    if job.is_unfinished and not request.htmx:
        response["Refresh"] = str(SECONDS_TO_THE_NEXT_LOOK)
    return response


@require_POST
@login_required
def stop(request, public_id) -> HttpResponse:
    job = watched(request, public_id)
    if not rules.can_stop(job=job, person=request.user):
        raise Http404
    actions.stop(job=job, by=request.user, at=timezone.now())
    return onward(request, reverse("jobs:job", args=[job.public_id]))


@login_required
@never_cache
def file(request, public_id) -> FileResponse:
    job = get_object_or_404(Job, public_id=public_id)
    if not rules.can_fetch(job=job, person=request.user, at=timezone.now()):
        raise Http404
    return FileResponse(job.file.open("rb"), as_attachment=True, filename=job.file_name)
