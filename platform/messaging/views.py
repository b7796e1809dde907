"""The page behind the bell."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from messaging import actions, queries
from messaging.models import Message
from web.onward import own_page

A_PAGE = 20


@require_safe
@login_required
@never_cache
def messages(request) -> HttpResponse:
    """What was said to me, unread first."""
    page = Paginator(queries.messages_of(request.user.pk), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "messaging/messages.html", {"page": page})


@require_POST
@login_required
def open_message(request, public_id) -> HttpResponse:
    """Mark it read and go where it leads."""
    message = get_object_or_404(Message, person=request.user, public_id=public_id)
    actions.read(person_id=request.user.pk, key=message.key, at=timezone.now())
    return redirect(own_page(request, message.url) or reverse("messaging:messages"))


@require_POST
@login_required
def read_all(request) -> HttpResponse:
    actions.read_all(person_id=request.user.pk, at=timezone.now())
    return redirect("messaging:messages")
