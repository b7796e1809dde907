"""A text is left for the worker; what it says and to which number is found when it is sent."""

import datetime

from django.db import transaction

from messaging.kinds import kind_of
from messaging.models import Delivery
from messaging.tasks import deliver_soon, sweep_soon


@transaction.atomic
def leave(*, person_id: int | None, kind: str, ref_id: int, at: datetime.datetime) -> Delivery:
    """Have the worker send a text, once for each kind and reference; the kind's `letter` finds phone and words."""
    if kind_of(kind).letter is None:
        raise ValueError(f"{kind} does not go out as a text")
    delivery, created = Delivery.objects.get_or_create(
        kind=kind, ref_id=ref_id, defaults={"person_id": person_id, "at": at}
    )
    if created:
        transaction.on_commit(lambda: deliver_soon(delivery.pk), robust=True)
    return delivery


@transaction.atomic
def leave_many(*, kind: str, people: dict[int, int | None], at: datetime.datetime) -> None:
    """The same for many: `{ref_id: user id}`. They leave one after the other."""
    if kind_of(kind).letter is None:
        raise ValueError(f"{kind} does not go out as a text")
    rows = [Delivery(kind=kind, ref_id=ref_id, person_id=person_id, at=at) for ref_id, person_id in people.items()]
    Delivery.objects.bulk_create(rows, batch_size=1_000, ignore_conflicts=True)
    transaction.on_commit(sweep_soon, robust=True)
