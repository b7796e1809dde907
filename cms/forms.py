"""The editor's form of a course: it says what is missing before anything is published."""

from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminPageForm

from cms import rules


class CourseForm(WagtailAdminPageForm):
    def clean(self):
        cleaned = super().clean()
        if not self.is_deferred_validation:
            self.check_owners()
        return cleaned

    def check_owners(self) -> None:
        owners = self.formsets["owners"]
        if not owners.is_valid():
            return
        kept = [form.cleaned_data for form in owners.forms if form not in owners.deleted_forms]
        try:
            rules.check_owners([row["is_leading"] for row in kept if row.get("organization")])
        except ValidationError as fault:
            self.add_error(None, fault)
