"""Runs in the editors' admin: written, opened, cancelled."""

from django.contrib.auth import get_permission_codename
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.views.generic.history import HistoryView
from wagtail.admin.views.generic.usage import UsageView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button

import audit
from courses.learning import rules
from courses.learning.actions import runs
from courses.learning.enums import RunState
from courses.learning.models import CourseRun
from courses.learning.queries import runs_kept_by
from courses.learning.run_form import RunForm

SEATS = [FieldRowPanel([FieldPanel("organization"), FieldPanel("seats")])]
PANELS = [
    FieldPanel("course"),
    FieldRowPanel([FieldPanel("name"), FieldPanel("place"), FieldPanel("class_manager")]),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
            FieldRowPanel([FieldPanel("enroll_opens_at"), FieldPanel("enroll_closes_at")]),
        ],
        _("When"),
    ),
    InlinePanel("pools", panels=SEATS, heading=_("Seats"), label=_("seats"), min_num=1),
]


def record_saved(run: CourseRun, by) -> None:
    audit.record(by=by, for_org=runs.leading_owner(run), verb="learning.run_saved", subject=run, at=timezone.now())


class OwnRun:
    """An editor reaches the runs of their organizations' courses; others are not there."""

    def get_object(self, *args, **kwargs):
        run = super().get_object(*args, **kwargs)
        return get_object_or_404(runs_kept_by(self.request.user, timezone.localdate()), pk=run.pk)


class RunHistoryView(OwnRun, HistoryView):
    pass


class RunUsageView(OwnRun, UsageView):
    pass


class RunCreateView(generic.CreateView):
    def get_success_buttons(self):
        opening = messages.button(address("open", self.object), gettext("Open the run"))
        return [*super().get_success_buttons(), opening]

    def save_instance(self):
        run = super().save_instance()
        record_saved(run, self.request.user)
        return run


class RunEditView(OwnRun, generic.EditView):
    def save_instance(self):
        run = super().save_instance()
        record_saved(run, self.request.user)
        return run

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except IntegrityError:  # somebody took a seat between the check and the save
            form.add_error(None, gettext("The seats changed meanwhile. Look at the numbers and save again."))
            return self.form_invalid(form)

    @cached_property
    def header_more_buttons(self):
        buttons = super().header_more_buttons
        if self.object.state == RunState.DRAFT:
            buttons.append(Button(gettext("Open the run"), url=address("open", self.object), icon_name="check"))
        if self.object.state != RunState.CANCELLED:
            buttons.append(Button(gettext("Cancel the run"), url=address("cancel", self.object), icon_name="cross"))
        return buttons


class RunIndexView(generic.IndexView):
    def get_base_queryset(self):
        return runs_kept_by(self.request.user, timezone.localdate()).select_related("course")

    def get_list_more_buttons(self, instance):
        buttons = super().get_list_more_buttons(instance)
        if instance.state == RunState.DRAFT:
            buttons.append(Button(gettext("Open the run"), url=address("open", instance), icon_name="check"))
        return buttons


def address(act: str, run: CourseRun) -> str:
    return reverse(f"courserun:{act}", args=[run.pk])


def act_on_run(request, pk: int, *, act, template: str, done: str):
    """Ask once, then do it; the refusal is shown where the editor came from."""
    if not request.user.has_perm(f"learning.{get_permission_codename('change', CourseRun._meta)}"):
        raise PermissionDenied
    kept = runs_kept_by(request.user, timezone.localdate()).select_related("course")
    run = get_object_or_404(kept, pk=pk)
    if request.method != "POST":
        return render(request, template, {"run": run, "edit_url": address("edit", run)})
    try:
        act(run=run, by=request.user, at=timezone.now())
    except rules.RunRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done % {"run": run.name})
    return redirect(address("edit", run))


class RunViewSet(ModelViewSet):
    model = CourseRun
    name = "courserun"
    url_prefix = "runs"
    icon = "date"
    menu_label = _("Course runs")
    menu_order = 210
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = [
        "name",
        "course",
        Column("get_state_display", label=_("state"), sort_key="state"),
        "starts_on",
        "ends_on",
    ]
    list_filter = ["state"]
    search_fields = ["name"]
    ordering = ["-starts_on"]
    add_view_class = RunCreateView
    edit_view_class = RunEditView
    index_view_class = RunIndexView
    history_view_class = RunHistoryView
    usage_view_class = RunUsageView
    edit_handler = ObjectList(PANELS, base_form_class=RunForm)

    def open_view(self, request, pk: int):
        done = gettext("%(run)s is open. Its lessons are pinned as they are published now.")
        return act_on_run(request, pk, act=runs.open_run, template="learning/admin/open_run.html", done=done)

    def cancel_view(self, request, pk: int):
        done = gettext("%(run)s is cancelled.")
        return act_on_run(request, pk, act=runs.cancel_run, template="learning/admin/cancel_run.html", done=done)

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("open/<int:pk>/", self.open_view, name="open"),
            path("cancel/<int:pk>/", self.cancel_view, name="cancel"),
        ]
