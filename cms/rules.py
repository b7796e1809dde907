"""May it be published, written, read? What a course must have to be seen, who writes it, who is handed a file."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cms.models import CoursePage

HOME_DEPTH = 2
"""How deep in the tree the academy's home stands; courses are below it."""


def check_owners(leading: list[bool]) -> None:
    """`leading` says of each owner whether it leads; raises ValidationError unless exactly one does."""
    if not leading:
        raise ValidationError(_("Name at least one owner organization before you publish."))
    if leading.count(True) != 1:
        raise ValidationError(_("Exactly one owner organization leads the course."))


def check_can_publish(course: CoursePage) -> None:
    """Raise ValidationError, in a sentence for the editor, when the course is not fit to be seen."""
    check_owners([owner.is_leading for owner in course.owners.all()])


def can_read_file(*, may_edit: bool, is_pinned: bool, lessons: list[bool]) -> bool:
    """Who may edit the file reads it, and who reads or writes a lesson that shows it, pinned or live."""
    return may_edit or is_pinned or any(lessons)


def can_write(*, wrote_it: bool, owners: set[int], writes_for: set[int]) -> bool:
    """Who began the page writes it, and so do the authors of an organization that owns the course (ids)."""
    return wrote_it or bool(owners & writes_for)
