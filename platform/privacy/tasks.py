"""Every night: what was kept long enough goes."""

from celery import shared_task
from django.utils import timezone

from privacy import keeping


@shared_task
def delete_what_is_due() -> dict[str, int]:
    return keeping.delete_what_is_due(at=timezone.now())
