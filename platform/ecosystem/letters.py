"""Texts to a phone: to those whom a roster names, and to those who asked to be let in. Read when they are sent."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from ecosystem.enums import ApplicationState, Unwelcome
from ecosystem.models import Invitation, JoinRequest, OrganizationApplication
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


QUESTIONS = 100
"""More than the office may ask of one application: a text about a question is named by both in one number."""


def question_ref(application_id: int, asked_times: int) -> int:
    return application_id * QUESTIONS + asked_times


def question(ref_id: int) -> Letter | None:
    """To the applicant, as long as this question waits for its answer; what it asks stands on the page alone."""
    application_id, asked_times = divmod(ref_id, QUESTIONS)
    application = OrganizationApplication.objects.filter(pk=application_id, asked_times=asked_times).first()
    if application is None or application.state != ApplicationState.ASKED_BACK:
        return None
    with override("zh-hans"):
        sentence = _("The district office has a question on the application of %(firm)s. Answer here: %(address)s")
        return of_application(application, sentence)


def declined(ref_id: int) -> Letter | None:
    application = OrganizationApplication.objects.filter(pk=ref_id, state=ApplicationState.DECLINED).first()
    if application is None:
        return None
    with override("zh-hans"):
        sentence = _("The district office has declined the application of %(firm)s. Why: %(address)s")
        return of_application(application, sentence)


def of_application(application: OrganizationApplication, sentence: str) -> Letter | None:
    """None once the applicant's number has been blanked."""
    address = settings.WAGTAILADMIN_BASE_URL + reverse("ecosystem:application", args=[application.public_id])
    words = sentence % {"firm": application.name, "address": address}
    return Letter(application.applicant_phone, words) if application.applicant_phone else None
