"""A page, picture or file that a run of a course still needs is not deleted; the editor is told so."""

from django.contrib import messages
from django.db.models import ProtectedError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _


class ProtectedMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        home = reverse("wagtailadmin_home")
        if not isinstance(exception, ProtectedError) or not request.path.startswith(home):
            return None
        messages.error(request, _("A run of a course still needs this. It stays; unpublish a page to hide it."))
        return redirect(home)
