"""The form in which an editor writes a run and its seats."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from accounts.models import User
from cms.models import CoursePage
from cms.queries import writes_for
from courses.learning.enums import RunState
from courses.learning.queries import class_managers_for


class RunForm(WagtailAdminModelForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        managers = class_managers_for(self.for_user, timezone.localdate())
        self.fields["class_manager"].queryset = managers | User.objects.filter(pk=self.instance.class_manager_id)
        if self.instance.state != RunState.DRAFT:
            self.fields["course"].disabled = True  # the outline is pinned

    def clean_course(self) -> CoursePage:
        """A run is made for a course of one's own organizations."""
        course: CoursePage = self.cleaned_data["course"]
        kept = writes_for(self.for_user, timezone.localdate())
        if not self.for_user.is_superuser and not course.owners.filter(organization__in=kept).exists():
            raise ValidationError(_("Choose a course of your own organization."))
        return course

    def is_valid(self) -> bool:
        return super().is_valid() and self.seats_are_sound()

    def seats_are_sound(self) -> bool:
        """One shared row at most, and no row goes while people hold its seats; the rest the form sees by itself."""
        rows = self.formsets["pools"]
        if any(row.instance.pk and row.instance.enrollments.exists() for row in rows.deleted_forms):
            self.add_error(None, _("Seats that somebody has held cannot be removed; lower their number."))
        kept = [row.cleaned_data for row in rows.forms if row.cleaned_data and row not in rows.deleted_forms]
        if sum(not row["organization"] for row in kept) > 1:
            self.add_error(None, _("One row per organization, please."))
        return not self.errors
