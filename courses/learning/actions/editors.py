"""The academy's editors also write and open runs."""

from django.contrib.auth.models import Group

from cms.actions.editors import permission, plant_editors_group
from courses.learning.models import CourseRun


def let_editors_run_courses() -> Group:
    """Give the editors' group what it needs for runs; safe to call again."""
    group = plant_editors_group()
    group.permissions.add(*(permission(CourseRun, f"{act}_courserun") for act in ("add", "change", "view")))
    return group
