"""One log line per request: the route's pattern (never its values), status, milliseconds, opaque ids."""

import time
import uuid

import structlog

log = structlog.get_logger("request")


class RequestLogMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        started = time.perf_counter()
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=uuid.uuid4().hex)
        response = self.get_response(request)
        if not request.path.startswith("/static/"):
            match = request.resolver_match
            user = getattr(request, "user", None)
            log.info(
                "request",
                method=request.method,
                route=match.route if match else "",
                status=response.status_code,
                ms=round((time.perf_counter() - started) * 1000, 1),
                user_id=user.pk if user is not None and user.is_authenticated else None,
            )
        return response
