"""`/healthz`: the process answers. `/readyz`: so do the database and Redis."""

from django.core.cache import cache
from django.db import DatabaseError, connection
from django.http import HttpResponse, JsonResponse


class HealthMiddleware:
    """Answers before host checks, redirects and sessions, so that a probe needs neither a name nor a cookie."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path == "/healthz":
            return HttpResponse("ok", content_type="text/plain")
        if request.path == "/readyz":
            return readiness()
        return self.get_response(request)


def readiness() -> JsonResponse:
    """200 when every service answers, else 503; the body says which one does not."""
    services = {"database": database_answers(), "redis": redis_answers()}
    return JsonResponse(services, status=200 if all(services.values()) else 503)


def database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def redis_answers() -> bool:
    try:
        cache.set("readyz", 1, 5)
        return cache.get("readyz") == 1
    except Exception:  # any client error means the same here: not ready
        return False
