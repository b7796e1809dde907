"""May it be published? What a course must have before anyone sees it."""

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
