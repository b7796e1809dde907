"""What leaves the house: sign-in codes and texts, sent by the worker, each tried a few times."""

import structlog
from celery import shared_task
from django.core.cache import cache
from django.db import transaction
from django.utils import timezone

from audit.nudging import nudge
from messaging import actions, sms
from messaging.enums import DeliveryState
from messaging.kinds import kind_of
from messaging.limits import MOST_CODES, MOST_TEXTS, take_one
from messaging.models import Delivery

log = structlog.get_logger("messaging")
MOST_TRIES = 3
SECONDS_BETWEEN = 5
SWEEP_AT_MOST = 2_000


@shared_task(bind=True, max_retries=MOST_TRIES - 1)
def send_code(self, key: str) -> None:
    """Send what waits in the cache under the name, once; see codes."""
    held = cache.get(key)
    if held is None:
        return
    phone, code, is_known = held
    if is_known and take_one(phone, purpose="code", most=MOST_CODES, at=timezone.now()):
        try:
            sms.send_code(phone, code)
        except Exception as fault:  # whatever the provider's client raises
            log.exception("sms_not_sent")
            raise self.retry(exc=fault, countdown=SECONDS_BETWEEN) from None
    cache.delete(key)


def deliver_soon(delivery_id: int) -> None:
    nudge(deliver_text.delay, delivery_id)


def sweep_soon() -> None:
    nudge(sweep_texts.delay)


@shared_task
def deliver_text(delivery_id: int) -> None:
    """Send one text that waits, and say what became of it. Its row is held meanwhile, so nobody else sends it."""
    with transaction.atomic():
        waiting = Delivery.objects.select_for_update(skip_locked=True).filter(state=DeliveryState.WAITING)
        delivery = waiting.filter(pk=delivery_id).first()
        if delivery is not None:
            try_to_send(delivery)


def try_to_send(delivery: Delivery) -> None:
    at = timezone.now()
    find = kind_of(delivery.kind).letter
    letter = find(delivery.ref_id) if find else None
    if letter is None or not take_one(letter.phone, purpose="text", most=MOST_TEXTS, at=at):
        actions.end_delivery(delivery, DeliveryState.FAILED, at=at)
        return
    delivery.tries += 1
    try:
        sms.send_text(letter.phone, letter.text)
    except Exception:  # whatever the provider's client raises
        log.exception("sms_not_sent", delivery_id=delivery.pk)
        if delivery.tries < MOST_TRIES:
            delivery.save(update_fields=["tries"])
            return
        actions.end_delivery(delivery, DeliveryState.FAILED, at=at)
    else:
        actions.end_delivery(delivery, DeliveryState.SENT, at=at)


@shared_task
def sweep_texts() -> int:
    """Try what still waits: a lost nudge, a killed worker, a provider that was away. Returns how many."""
    waiting = Delivery.objects.filter(state=DeliveryState.WAITING).order_by("tries", "pk").values_list("pk", flat=True)
    ids = list(waiting[:SWEEP_AT_MOST])
    for pk in ids:
        deliver_text(pk)
    return len(ids)
