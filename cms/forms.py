"""The editors' forms: a course says what is missing before it is published, a lesson shows no other firm's files."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm

from cms import queries, rules


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


class LessonForm(WagtailAdminPageForm):
    """Whoever writes a lesson reads the files it shows, so that only files come in which its author may read."""

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("body"):
            self.check_files(cleaned["body"])
        return cleaned

    def check_files(self, body) -> None:
        added = queries.files_in(body) - queries.files_in(self.instance.body)
        own = queries.files_of_own_firms(self.for_user, timezone.localdate())
        if own.filter(pk__in=added).count() < len(added):
            self.add_error("body", _("A file here belongs to another firm. Upload it yourself, or choose another."))
