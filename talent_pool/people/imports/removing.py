"""What an import made and nothing needs any more after its undo: departments without people, people without a claim."""

from collections.abc import Iterable

from django.db import models, transaction
from django.db.models.deletion import ProtectedError

from accounts.models import User
from ecosystem.models import Department

BATCH = 2_000


def remove_empty_departments(made: Iterable[int]) -> None:
    """From the leaves up, as far as nothing else stands on them."""
    while True:
        empty = Department.objects.filter(pk__in=list(made), employments=None, children=None)
        if not sum(map(removed, empty)):
            return


def remove_unused_people(ids: Iterable[int], *, made_after: int) -> None:
    """Those of the people, newer than the one with this id, whom nothing speaks of and who have never come."""
    made = User.objects.filter(pk__in=list(ids), pk__gt=made_after)
    unused = made.filter(last_login=None, phone_verified_at=None, employments=None, roles=None)
    pks = sorted(unused.values_list("pk", flat=True))
    for start in range(0, len(pks), BATCH):
        batch = User.objects.filter(pk__in=pks[start : start + BATCH])
        try:
            with transaction.atomic():
                batch.delete()
        except ProtectedError:
            for person in batch:
                removed(person)


def removed(one: models.Model) -> bool:
    """False where something stands on it."""
    try:
        with transaction.atomic():
            one.delete()
    except ProtectedError:
        return False
    return True
