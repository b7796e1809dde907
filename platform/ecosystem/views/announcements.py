"""For readers: what was announced to me, and that I have read it."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from ecosystem import queries
from ecosystem.actions import announcements as actions
from ecosystem.models import AnnouncementReceipt
from ecosystem.queries.announcements import receipts_of
from ecosystem.views.speaking import voice_of_request

A_PAGE = 20


def receipt_of(request, public_id) -> AnnouncementReceipt:
    mine = receipts_of(request.user, queries.today())
    return get_object_or_404(mine, announcement__public_id=public_id)


@require_safe
@login_required
@never_cache
def announcements(request) -> HttpResponse:
    page = Paginator(receipts_of(request.user, queries.today()), A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "is_speaker": bool(voice_of_request(request))}
    return render(request, "ecosystem/announcements/mine.html", context)


@require_safe
@login_required
@never_cache
def announcement(request, public_id) -> HttpResponse:
    """Looking changes nothing: the page itself says, by script or by its button, that it was read."""
    receipt = receipt_of(request, public_id)
    context = {"receipt": receipt, "announcement": receipt.announcement}
    return render(request, "ecosystem/announcements/one.html", context)


@require_POST
@login_required
def read(request, public_id) -> HttpResponse:
    receipt = receipt_of(request, public_id)
    actions.read(receipt=receipt, by=request.user, at=timezone.now())
    if not request.htmx:
        return redirect("ecosystem:announcement", public_id)
    receipt.refresh_from_db(fields=["read_at"])
    return render(request, "ecosystem/announcements/read.html", {"receipt": receipt})
