"""What learning adds to the academy's pages, and the runs in the editors' menu."""

from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages

from cms.models import LessonPage
from courses.learning import queries
from courses.learning.facts import facts_of
from courses.learning.home import home_context
from courses.learning.models import CourseRun
from courses.learning.panel import panel_context
from courses.learning.run_viewset import RunViewSet
from ecosystem.queries import employments_of, today


@hooks.register("register_admin_viewset")
def runs() -> RunViewSet:
    return RunViewSet()


@hooks.register("editor_permissions")
def editors_keep_runs() -> list[tuple[type[CourseRun], str]]:
    return [(CourseRun, f"{act}_courserun") for act in ("add", "change", "view")]


@hooks.register("before_delete_page")
def keep_what_runs_use(request, page):
    """A page that a run stands on stays; say which, instead of failing."""
    if not (using := queries.runs_using(page)):
        return None
    names = ", ".join(f"{run.course.title} · {run.name}" for run in using)
    messages.error(request, _("Runs use this: %(runs)s. Unpublish it instead.") % {"runs": names})
    return redirect("wagtailadmin_explore", page.get_parent().pk)


@hooks.register("course_facts")
def course_facts(pages, viewer) -> dict[int, dict]:
    person = viewer if viewer.is_authenticated else None
    organization_id = organization_of(person) if person else None
    return facts_of(pages, viewer=person, organization_id=organization_id, at=timezone.now())


def organization_of(person) -> int | None:
    """The organization of the person's first confirmed employment: a list of courses is drawn without a request."""
    confirmed = (held for held in employments_of(person, today()) if held.is_confirmed)
    employment = next(confirmed, None)
    return employment.organization_id if employment else None


@hooks.register("course_panel")
def course_panel(page, request) -> str:
    return render_to_string("learning/course_panel.html", panel_context(request, page, at=timezone.now()), request)


@hooks.register("academy_home")
def academy_home(request) -> str:
    return render_to_string("learning/home.html", home_context(request, at=timezone.now()), request)


@hooks.register("may_read")
def may_read(page, user) -> bool:
    """Those who hold a seat in a run that pins the lesson, from its first day on."""
    return isinstance(page, LessonPage) and user.is_authenticated and queries.reads_lesson(user, page, today())


@hooks.register("may_read_file")
def may_read_file(document, user) -> bool:
    """Those who hold a seat in a run whose pinned lessons show the file."""
    return user.is_authenticated and queries.reads_document(user, document, today())


@hooks.register("lesson_entry")
def lesson_entry(page, request) -> str | None:
    """The lesson in the reader's own run."""
    if not request.user.is_authenticated:
        return None
    entry = queries.entry_to_lesson(request.user, page)
    return reverse("learning:item", args=entry) if entry else None
