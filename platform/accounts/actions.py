"""Writes on a person's handles."""

import datetime

from django.db import connection, transaction

import audit
from accounts.models import Agreement, User, no_password


@transaction.atomic
def set_phone(*, user: User, phone: str, verified: bool, at: datetime.datetime) -> None:
    """Attach the number (E.164) to the person; the moment of proof is kept when it is verified."""
    if user.phone == phone and verified and user.phone_verified_at:
        return
    user.phone = phone
    user.phone_verified_at = at if verified else None
    user.save(update_fields=["phone", "phone_verified_at", "name_key"])
    audit.record(by=user, for_org=None, verb="accounts.phone_set", subject=user, at=at, verified=verified)


def find_or_make_by_phone(*, phone: str) -> User:
    """The person whom this number (E.164) signs in, made without a name when there is none; within a transaction.

    What is done is the same whether or not the number is known, so that nobody learns it. Until the transaction ends
    nobody gives the person another number.
    """
    while True:
        User.objects.bulk_create([User(phone=phone, password=no_password())], ignore_conflicts=True)
        with connection.cursor() as cursor:
            cursor.execute("SELECT id FROM accounts_user WHERE phone = %s FOR KEY SHARE", [phone])
            found = cursor.fetchone()
        if found:
            return User.objects.get(pk=found[0])


def make_without_phone() -> User:
    """A person nobody can sign in as."""
    return User.objects.create(password=no_password())


@transaction.atomic
def agree(*, person: User, versions: dict[str, str], at: datetime.datetime) -> None:
    """Write down which versions of which documents the person accepted; each once."""
    for document, version in versions.items():
        agreement, created = Agreement.objects.get_or_create(
            person=person, document=document, version=version, defaults={"at": at}
        )
        if created:
            audit.record(by=person, for_org=None, verb="accounts.agreed", subject=agreement, at=at, kind=document)
