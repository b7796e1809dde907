"""The character NUL: no address, search or cookie of ours has it, and PostgreSQL takes no text that does."""

from django.core.exceptions import BadRequest

NUL = "\0"


class NulMiddleware:
    """Answers 400 where a search, a slug or a session key with NUL would end as a fault of the database.

    What a form sends is looked at by the form.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        asked = request.META.get("QUERY_STRING", "").replace("%00", NUL)
        if any(NUL in text for text in (request.path, asked, *request.COOKIES.values())):
            raise BadRequest("NUL in an address or a cookie")
        return self.get_response(request)
