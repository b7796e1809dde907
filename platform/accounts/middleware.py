"""Too many attempts get a page that says when to come back."""

from allauth.core.exceptions import RateLimited
from allauth.core.ratelimit import respond_429


class TooManyMiddleware:
    """allauth raises from the middle of a sign-in when codes are asked for too quickly; nobody else catches it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        return respond_429(request) if isinstance(exception, RateLimited) else None
