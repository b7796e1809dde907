"""Side effects leave by here: posted in the transaction, delivered at least once, handled once per receiver.

Upper rooms subscribe in their `receivers.py`:

    @outbox.on("learning.completed")
    def add_evidence(message): ...
"""

from collections import defaultdict
from collections.abc import Callable

import structlog
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from audit.models import OutboxDelivery, OutboxMessage

log = structlog.get_logger("outbox")

RECEIVERS: dict[str, list[Callable[[OutboxMessage], None]]] = defaultdict(list)


def on(topic: str) -> Callable:
    """Subscribe a function of one argument, the message; it runs in a transaction of its own."""

    def subscribe(function):
        RECEIVERS[topic].append(function)
        return function

    return subscribe


def post(topic: str, **ids: int | str) -> OutboxMessage:
    """Write a message in the caller's transaction and nudge the worker when that commits.

    A nudge that gets lost costs seconds, not the message: beat sweeps what is waiting.
    """
    from audit.tasks import deliver_soon

    message = OutboxMessage.objects.create(topic=topic, ids=ids)
    transaction.on_commit(lambda: deliver_soon(message.pk), robust=True)
    return message


def deliver(message_id: int) -> None:
    """Hand one message to every receiver that has not had it, each in one transaction with its receipt.

    Safe to call twice and at the same time: the message row is locked for each receiver, and the receipt is unique.
    Raises what a receiver raised, after the others had their turn; the message then waits for the sweep.
    """
    message = OutboxMessage.objects.filter(pk=message_id, delivered_at=None).first()
    if message is None:
        return
    failures = [failure for function in RECEIVERS[message.topic] if (failure := hand_over(message, function))]
    if failures:
        OutboxMessage.objects.filter(pk=message_id).update(failures=F("failures") + 1)
        raise failures[0]
    OutboxMessage.objects.filter(pk=message_id).update(delivered_at=timezone.now())


def hand_over(message: OutboxMessage, function: Callable[[OutboxMessage], None]) -> Exception | None:
    """Run one receiver unless its receipt exists; return what it raised."""
    name = f"{function.__module__}.{function.__qualname__}"
    try:
        with transaction.atomic():
            OutboxMessage.objects.select_for_update().get(pk=message.pk)
            if not message.deliveries.filter(receiver=name).exists():
                function(message)
                OutboxDelivery.objects.create(message=message, receiver=name, at=timezone.now())
    except Exception as failure:
        log.exception("receiver_failed", receiver=name, message_id=message.pk)
        return failure
    return None
