"""Context processor for the bell."""

from functools import cache

from messaging.queries import MOST_COUNTED, count_unread


def bell(request) -> dict:
    """`unread_messages`: asked of the database once a request, and only by a page that draws the bell."""
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        return {}

    @cache
    def unread() -> int:
        return count_unread(request.user.pk)

    return {"unread_messages": unread, "unread_most": MOST_COUNTED}
