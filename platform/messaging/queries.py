"""One's own messages."""

from django.db.models import Case, QuerySet, Value, When

from messaging.models import Message

MOST_COUNTED = 100
"""The bell says 99+ from here on."""


def messages_of(person_id: int) -> QuerySet[Message]:
    """Unread first, then the newest."""
    unread_first = Case(When(read_at=None, then=Value(0)), default=Value(1))
    return Message.objects.filter(person=person_id).order_by(unread_first, "-created_at", "-pk")


def count_unread(person_id: int) -> int:
    return Message.objects.unread().filter(person=person_id)[:MOST_COUNTED].count()
