"""Texts to a phone: to those whom a roster names, and to those who asked to be let in. Read when they are sent."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from ecosystem.enums import Unwelcome
from ecosystem.models import Invitation, JoinRequest
from messaging.kinds import Letter
from web.dates import local


def way_in() -> str:
    return settings.WAGTAILADMIN_BASE_URL + reverse("account_request_login_code")


def invitation(ref_id: int) -> Letter | None:
    """To the phone that the firm wrote down, as long as the person has not answered; the same to everybody."""
    found = Invitation.objects.filter(pk=ref_id).select_related("employment__organization").first()
    held = found.employment if found else None
    if held is None or not held.is_pending or (held.to_on and held.to_on <= local(timezone.now()).date()):
        return None
    with override("zh-hans"):
        sentence = _("%(firm)s has you on its roster. Sign in with this number and confirm: %(address)s")
        return Letter(held.claimed_phone, sentence % {"firm": held.organization.name, "address": way_in()})


def unwelcome(ref_id: int) -> Letter | None:
    """To the number that somebody typed when they asked to be let in."""
    request = JoinRequest.objects.filter(pk=ref_id).exclude(answer="").select_related("organization").first()
    if request is None:
        return None
    with override("zh-hans"):
        sentence = _("%(firm)s on your request to join: %(answer)s")
        answer = Unwelcome(request.answer).label
        return Letter(request.phone, sentence % {"firm": request.organization.name, "answer": answer})
