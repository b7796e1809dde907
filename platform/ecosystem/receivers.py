"""What leaves the house after somebody was invited, answered or corrected."""

from django.urls import reverse
from django.utils import timezone

from audit import outbox
from ecosystem.letters import question_ref
from ecosystem.models import CorrectionRequest, Invitation
from messaging import texts
from messaging.actions import send


@outbox.on("ecosystem.invited")
def send_invitations(message) -> None:
    """One text for each invitation of this sitting."""
    ids = message.ids
    made = Invitation.objects.filter(
        employment__organization=ids["organization_id"], pk__range=(ids["first_id"], ids["last_id"])
    )
    for pk, person_id in made.order_by("pk").values_list("pk", "employment__person"):
        texts.leave(person_id=person_id, kind="ecosystem.invitation", ref_id=pk, at=timezone.now())


@outbox.on("ecosystem.join_declined")
def tell_the_unwelcome(message) -> None:
    texts.leave(person_id=None, kind="ecosystem.unwelcome", ref_id=message.ids["request_id"], at=timezone.now())


@outbox.on("ecosystem.correction_answered")
def tell_the_corrected(message) -> None:
    request = CorrectionRequest.objects.select_related("employment__organization").get(pk=message.ids["request_id"])
    send(
        person_id=request.employment.person_id,
        kind="ecosystem.correction_answered",
        key=f"correction:{request.pk}",
        url=reverse("ecosystem:my_claims"),
        at=timezone.now(),
        firm=str(request.employment.organization),
    )


@outbox.on("ecosystem.application_asked_back")
def tell_of_the_question(message) -> None:
    ref = question_ref(message.ids["application_id"], message.ids["asked_times"])
    texts.leave(person_id=None, kind="ecosystem.application_question", ref_id=ref, at=timezone.now())


@outbox.on("ecosystem.application_declined")
def tell_the_declined(message) -> None:
    ref = message.ids["application_id"]
    texts.leave(person_id=None, kind="ecosystem.application_declined", ref_id=ref, at=timezone.now())
