"""Send, take back, read; and end a text."""

import datetime
from collections.abc import Iterable
from itertools import islice
from typing import Any

from django.db import transaction

import audit
from messaging.enums import DeliveryState
from messaging.kinds import kind_of
from messaging.models import Delivery, Message

BATCH = 2000


def send(*, person_id: int, kind: str, key: str, url: str, at: datetime.datetime, **data: Any) -> None:
    """Tell the person once for each key; sending again with the same key changes nothing."""
    send_many(people=[person_id], kind=kind, key=key, url=url, at=at, **data)


@transaction.atomic
def send_many(
    *, people: Iterable[int], kind: str, key: str, url: str, at: datetime.datetime, anew: bool = False, **data: Any
) -> None:
    """The same message to many, by user id. Only the words that the kind declares may be among `data`.

    `anew` brings what was sent already up again, unread.
    """
    undeclared = set(data) - kind_of(kind).words
    if undeclared:
        raise ValueError(f"{kind} has no word for {sorted(undeclared)}")
    conflicts: dict[str, Any] = {"ignore_conflicts": True}
    if anew:
        fields = ["kind", "data", "url", "created_at", "read_at"]
        conflicts = {"update_conflicts": True, "unique_fields": ["person", "key"], "update_fields": fields}
    waiting = iter(people)
    while some := list(islice(waiting, BATCH)):
        rows = [Message(person_id=pk, kind=kind, key=key, url=url, data=data, created_at=at) for pk in some]
        Message.objects.bulk_create(rows, **conflicts)


@transaction.atomic
def take_back(*, key: str) -> int:
    """What the key is about does not stand any more: its messages go, read or not."""
    return Message.objects.filter(key=key).delete()[0]


@transaction.atomic
def read(*, person_id: int, key: str, at: datetime.datetime) -> None:
    """The person has seen what the key is about, by whichever way."""
    Message.objects.unread().filter(person_id=person_id, key=key).update(read_at=at)


@transaction.atomic
def read_all(*, person_id: int, at: datetime.datetime) -> int:
    """What arrived after the moment stays unread."""
    return Message.objects.unread().filter(person_id=person_id, created_at__lte=at).update(read_at=at)


@transaction.atomic
def end_delivery(delivery: Delivery, state: DeliveryState, *, at: datetime.datetime) -> None:
    """The text has left, or never will."""
    delivery.state = state
    delivery.sent_at = at if state == DeliveryState.SENT else None
    delivery.save(update_fields=["state", "sent_at", "tries"])
    audit.record(by=None, for_org=None, verb=f"messaging.text_{state}", subject=delivery, at=at, kind=delivery.kind)
