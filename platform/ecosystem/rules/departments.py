"""May I? What a tree of departments allows."""

from django.utils.translation import gettext as _

from ecosystem.models import Department
from ecosystem.rules.refusals import NotAllowed


def check_own(*, is_own: bool) -> None:
    if not is_own:
        raise NotAllowed(_("That department is not one of yours."))


def check_name_free(*, is_taken: bool) -> None:
    if is_taken:
        raise NotAllowed(_("There is a department of this name in the same place already."))


def check_not_below(*, department: Department, target: Department | None, subtree: set[int]) -> None:
    """`subtree` are the department and all below it, by id."""
    if target is not None and target.pk in subtree:
        raise NotAllowed(_("A department cannot go under itself or under one of its own."))


def check_empty(*, people: int, children: int) -> None:
    if people or children:
        raise NotAllowed(_("Only an empty department can be removed. Move its people and departments, or merge it."))


def check_unspoken_to(*, is_spoken_to: bool) -> None:
    """An announcement says for good to whom it spoke."""
    if is_spoken_to:
        raise NotAllowed(_("An announcement went to this department. Merge it into another instead."))
