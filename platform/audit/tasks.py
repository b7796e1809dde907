"""Delivery in the worker, and the sweep that finds what a lost nudge left behind."""

from celery import shared_task

from audit import outbox
from audit.models import OutboxMessage
from audit.nudging import nudge

SWEEP_AT_MOST = 500


def deliver_soon(message_id: int) -> None:
    nudge(deliver_message.delay, message_id)


@shared_task
def deliver_message(message_id: int) -> None:
    outbox.deliver(message_id)


@shared_task
def sweep_outbox() -> int:
    """Deliver what is waiting, what never failed first, and return how many; a broken message stops no other."""
    waiting = OutboxMessage.objects.filter(delivered_at=None).order_by("failures", "pk").values_list("pk", flat=True)
    message_ids = list(waiting[:SWEEP_AT_MOST])
    for message_id in message_ids:
        try:
            outbox.deliver(message_id)
        except Exception:
            continue  # logged by the outbox, counted on the message
    return len(message_ids)
