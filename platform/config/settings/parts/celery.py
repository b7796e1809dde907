"""The worker: late acknowledgement, one task at a time, quick return of what a killed worker held."""

import os

from config.schedule import SCHEDULE
from config.settings.parts.redis import REDIS_URL


def as_broker(url: str) -> str:
    """Celery spells a socket `redis+socket:///path?virtual_host=0`."""
    if url.startswith("unix://"):
        return f"redis+socket://{url.removeprefix('unix://').split('?')[0]}?virtual_host=0"
    return url


CELERY_BROKER_URL = os.environ.get("CELERY_BROKER_URL", as_broker(REDIS_URL))
CELERY_RESULT_BACKEND = None
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 600,
    "unacked_restore_interval": 5,
    "unacked_restore_throttle": 1,
}
CELERY_TIMEZONE = "Asia/Shanghai"
CELERY_BEAT_SCHEDULE = SCHEDULE
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
