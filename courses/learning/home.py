"""What stands above the courses for a signed-in person: the course being learned, the next first day, the hours."""

import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from accounts.names import display
from courses.learning import queries, rules
from courses.learning.enums import EnrollmentState
from courses.learning.hours import hours_of_year
from web.dates import local


def home_context(request, *, at: datetime.datetime) -> dict[str, Any]:
    """Context of learning/home.html; `current` is None for somebody who has no course to go on with."""
    held = queries.enrollments_of(request.user)
    unfinished = [enrollment for enrollment in held if enrollment.state == EnrollmentState.CONFIRMED]
    running = [
        enrollment
        for enrollment in unfinished
        if rules.has_begun(run=enrollment.run, at=at) and not rules.is_over(run=enrollment.run, at=at)
    ]
    coming = sorted(
        (enrollment for enrollment in unfinished if not rules.has_begun(run=enrollment.run, at=at)),
        key=lambda enrollment: enrollment.run.starts_on,
    )
    outlines = queries.outlines_for(running)
    current = next(iter(running), None)
    return {
        "greeting": greeting(display(request.user), at=at),
        "employment": request.acting,
        "held": held,
        "current": current,
        "outline": outlines[current.pk] if current else None,
        "others": [(enrollment, outlines[enrollment.pk]) for enrollment in running[1:4]],
        "coming": next(iter(coming), None),
        "hours": hours_of_year(request.user, held, at=at),
    }


def greeting(name: str, *, at: datetime.datetime) -> str:
    """Good morning from five until noon, good evening from six, by the Shanghai clock."""
    hour = local(at).hour
    if hour < 5:
        return pgettext("before dawn", "Good evening, %(name)s") % {"name": name}
    if hour < 12:
        return _("Good morning, %(name)s") % {"name": name}
    if hour < 18:
        return _("Good afternoon, %(name)s") % {"name": name}
    return _("Good evening, %(name)s") % {"name": name}
