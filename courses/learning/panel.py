"""What the course page's panel shows: each run with the viewer's next step in it."""

import datetime
import uuid
from typing import Any

from cms.models import CoursePage
from courses.learning import rules
from courses.learning.next_step import next_step
from courses.learning.queries import run_views, shown_runs


def panel_context(request, course: CoursePage, *, at: datetime.datetime) -> dict[str, Any]:
    """Context of learning/course_panel.html for a course and the person who asks."""
    viewer = request.user if request.user.is_authenticated else None
    acting = request.acting
    organization_id = acting.organization_id if acting else None
    runs = shown_runs([course.pk], viewer=viewer, at=at)
    views = run_views(runs, viewer=viewer, organization_id=organization_id).get(course.pk, [])
    mine = [view.place.enrollment for view in views if view.place]
    steps = [
        next_step(view, signed_in=viewer is not None, acting=acting, mine=mine, here=course.url, at=at)
        for view in views
    ]
    return {
        "course": course,
        "runs": [
            {
                "view": view,
                "run": view.run,
                "step": step,
                "client_id": uuid.uuid4(),
                "is_past": rules.has_begun(run=view.run, at=at),
                "can_withdraw": view.place and rules.can_withdraw(enrollment=view.place.enrollment, at=at),
            }
            for view, step in zip(views, steps, strict=True)
        ],
        "acting": acting,
    }
