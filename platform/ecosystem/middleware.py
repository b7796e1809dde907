"""For whom does this request act, and has the person said yes to it?"""

from urllib.parse import urlencode

from django.shortcuts import redirect
from django.urls import reverse

from ecosystem.queries import employments_of, today

OPEN_TO_THE_UNANSWERED = ("/accounts/", "/welcome/", "/i18n/", "/look/", "/static/", "/verify/")
SESSION_KEY = "acting_employment"


class ActingMiddleware:
    """Sets `request.employments`, all that hold today, and `request.acting`, the confirmed one chosen or None.

    Read afresh at each request, so that leaving a firm takes effect at the next one.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.employments = employments_of(request.user, today()) if request.user.is_authenticated else []
        request.acting = self.chosen(request)
        return self.get_response(request)

    @staticmethod
    def chosen(request):
        confirmed = [held for held in request.employments if held.is_confirmed]
        wanted = request.session.get(SESSION_KEY) if confirmed else None
        return next((held for held in confirmed if held.pk == wanted), confirmed[0] if confirmed else None)


class WelcomeMiddleware:
    """Nothing is shown before the person has answered what a roster claims: their name and their firm."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        unanswered = any(held.is_pending for held in request.employments)
        if unanswered and not request.path.startswith(OPEN_TO_THE_UNANSWERED):
            return redirect(f"{reverse('ecosystem:welcome')}?{urlencode({'next': request.get_full_path()})}")
        return self.get_response(request)
