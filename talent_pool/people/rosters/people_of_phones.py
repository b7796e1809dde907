"""Which person a claimed phone means, on commit: found, made, or kept apart; never told to the firm."""

from collections.abc import Iterable

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from accounts.models import User, no_password
from ecosystem.queries.employments import only_claimed_by as only_claimed_here

__all__ = ["find_or_make_people", "only_claimed_here", "rename_people"]

BATCH = 1_000


def find_or_make_people(phones: Iterable[str], *, staying: set[int]) -> dict[str, int]:
    """Phone to user id. `staying` are the ids of people whose employment at the firm this import does not move.

    A phone that signs in somebody who already works at the firm under another number gets a person without a phone:
    nobody can sign in as that person, and the firm learns nothing of the number.
    """
    wanted = sorted(set(phones))
    people: dict[str, int] = {}
    while missing := [phone for phone in wanted if phone not in people]:
        make_users(missing)
        people |= hold_people(missing)
    apart = [phone for phone in wanted if people[phone] in staying]
    shells = User.objects.bulk_create([User(password=no_password()) for _phone in apart], batch_size=BATCH)
    return people | {phone: shell.pk for phone, shell in zip(apart, shells, strict=True)}


def hold_people(phones: list[str]) -> dict[str, int]:
    """Phone to user id; until the transaction ends nobody gives these people another phone, and signing in goes on."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT phone, id FROM accounts_user WHERE phone = ANY(%s) ORDER BY id FOR KEY SHARE", [phones])
        return dict(cursor.fetchall())


def make_users(phones: list[str]) -> None:
    """A user without name or password for each phone that has none; in order of phones, so that two imports never
    wait for each other in a circle.
    """
    known = set(User.objects.filter(phone__in=unnested(phones)).values_list("phone", flat=True))
    missing = [phone for phone in phones if phone not in known]
    User.objects.bulk_create(
        [User(phone=phone, password=no_password()) for phone in missing], batch_size=BATCH, ignore_conflicts=True
    )


def rename_people(phones: dict[int, str], movable: QuerySet[User]) -> None:
    """Give the movable among these people (user id to phone) their new phone where nobody has it, and take the old
    one from all of them: it is no longer claimed, and perhaps a stranger's.

    They are locked before it is asked who is movable: one may be signing in, or another firm may be naming them.
    """
    locked = User.objects.filter(pk__in=list(phones)).order_by("pk").select_for_update()
    people = list(movable.filter(pk__in=[person.pk for person in locked]))
    User.objects.filter(pk__in=[person.pk for person in people]).update(phone=None)
    wanted = [phones[person.pk] for person in people]
    used = set(User.objects.filter(phone__in=unnested(wanted)).values_list("phone", flat=True))
    for person in people:
        person.phone = None if phones[person.pk] in used else phones[person.pk]
    User.objects.bulk_create(
        people, batch_size=BATCH, update_conflicts=True, unique_fields=["id"], update_fields=["phone"]
    )


def unnested(values: list[str]) -> RawSQL:
    """Many values as one array: a list of them in the statement would be planned for seconds."""
    return RawSQL("SELECT unnest(%s::text[])", [values])
