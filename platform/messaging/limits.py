"""How many texts one number gets in a day, whoever asks for them. Numbers are counted under a digest, never kept."""

import datetime

from django.core.cache import cache
from django.utils.crypto import salted_hmac

from web.dates import local

MOST_CODES = 20
MOST_TEXTS = 5
A_DAY = 24 * 60 * 60


def take_one(phone: str, *, purpose: str, most: int, at: datetime.datetime) -> bool:
    """Count one more for the number on this Shanghai day; False when it has had its share."""
    digest = salted_hmac("messaging.limits", phone, algorithm="sha256").hexdigest()
    key = f"messaging:{purpose}:{local(at):%Y%m%d}:{digest}"
    cache.add(key, 0, A_DAY)
    try:
        return cache.incr(key) <= most
    except ValueError:  # evicted in between
        return True
