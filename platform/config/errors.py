"""Error pages in our look, each with a sentence that says what to do."""

from django.shortcuts import render


def csrf_failure(request, reason=""):
    """A form that was open too long or came from elsewhere: say so, and keep the way back."""
    return render(request, "403_csrf.html", status=403)
