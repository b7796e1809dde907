"""One Redis server: its database 0 is the worker's queue (celery.py), 1 the cache and the sessions kept in it."""

import os

REDIS_URL = os.environ.get("REDIS_URL", "redis://localhost:6379/0")


def with_database(url: str, number: int) -> str:
    """The same Redis server with another database number, for `redis://` and `unix://` addresses."""
    if url.startswith("unix://"):
        return f"{url.split('?')[0]}?db={number}"
    head, _, tail = url.rpartition("/")
    return f"{head}/{number}" if tail.isdigit() else f"{url.rstrip('/')}/{number}"


CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": with_database(REDIS_URL, 1),
    }
}
