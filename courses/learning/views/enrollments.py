"""A seat taken, looked at, given back. Whoever is not the learner is told that there is nothing."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from courses.learning import queries, rules
from courses.learning.actions import enrollments
from courses.learning.enums import RunState
from courses.learning.forms import RequestForm
from courses.learning.models import CourseRun, Enrollment
from courses.learning.panel import panel_context


def own_enrollment(request, public_id: uuid.UUID) -> Enrollment:
    """The reader's own enrollment, or 404."""
    rows = Enrollment.objects.of(request.user).select_related("run__course__chain", "sponsor", "certificate")
    return get_object_or_404(rows, public_id=public_id)


@require_http_methods(["GET", "POST"])
@login_required
def enroll(request, run_id: uuid.UUID) -> HttpResponse:
    """Take a seat. A sign-in on the way arrives by GET and is led back to the course."""
    runs = CourseRun.objects.exclude(state=RunState.DRAFT).select_related("course")
    run = get_object_or_404(runs, public_id=run_id)
    if request.method == "GET":
        return redirect(f"{run.course.url}#runs")
    refusal = None
    try:
        enrollment = enrollments.enroll(
            learner=request.user,
            run=run,
            acting=request.acting,
            by=request.user,
            at=timezone.now(),
            client_id=RequestForm(request.POST).number("enroll", run.pk),
        )
    except rules.EnrollmentRefused as reason:
        refusal = reason
    if request.htmx:
        context = {**panel_context(request, run.course, at=timezone.now()), "refusal": refusal}
        return render(request, "learning/course_panel.html", context, status=422 if refusal else 200)
    if refusal:
        return render(request, "learning/refused.html", {"run": run, "refusal": refusal}, status=422)
    messages.success(request, _("You have a seat in %(run)s.") % {"run": run.name})
    return redirect("learning:enrollment", enrollment.public_id)


@require_safe
@login_required
def enrollment(request, public_id: uuid.UUID) -> HttpResponse:
    """How far the learner has come, lesson by lesson, and what is missing."""
    held = own_enrollment(request, public_id)
    now = timezone.now()
    context = {
        "enrollment": held,
        "run": held.run,
        "course": held.run.course,
        "outline": queries.outline_for(held),
        "has_begun": rules.has_begun(run=held.run, at=now),
        "is_over": rules.is_over(run=held.run, at=now),
        "can_withdraw": rules.can_withdraw(enrollment=held, at=now),
    }
    return render(request, "learning/enrollment.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def withdraw(request, public_id: uuid.UUID) -> HttpResponse:
    """Ask once, then give the seat back."""
    held = own_enrollment(request, public_id)
    context = {"enrollment": held, "run": held.run, "course": held.run.course}
    if request.method == "GET":
        allowed = rules.can_withdraw(enrollment=held, at=timezone.now())
        return render(request, "learning/withdraw.html", {**context, "allowed": allowed})
    try:
        number = RequestForm(request.POST).number("withdraw", held.pk)
        enrollments.withdraw(enrollment=held, by=request.user, at=timezone.now(), client_id=number)
    except rules.EnrollmentRefused as refusal:
        return render(request, "learning/refused.html", {**context, "refusal": refusal}, status=422)
    messages.success(request, _("You have given back your seat in %(run)s.") % {"run": held.run.name})
    return redirect(f"{held.run.course.url}#runs")
