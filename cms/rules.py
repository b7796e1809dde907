"""May it be published, may it be read? What a course must have before anyone sees it, and who is handed a file."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


def check_owners(leading: list[bool]) -> None:
    """`leading` says of each owner whether it leads; raises ValidationError unless exactly one does."""
    if not leading:
        raise ValidationError(_("Name at least one owner organization before you publish."))
    if leading.count(True) != 1:
        raise ValidationError(_("Exactly one owner organization leads the course."))


def check_can_publish(course) -> None:
    """Raise ValidationError, in a sentence for the editor, when the course is not fit to be seen."""
    check_owners([owner.is_leading for owner in course.owners.all()])


def can_read_file(*, may_edit: bool, lessons_read: list[bool]) -> bool:
    """Who may edit the file reads it, and who may read a lesson that shows it."""
    return may_edit or any(lessons_read)
