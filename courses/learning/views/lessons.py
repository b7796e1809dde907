"""The lesson player: the pinned lesson, its checkpoints, the way on."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from courses.learning import pinned, queries, rules
from courses.learning.actions import progress
from courses.learning.completion import Outline
from courses.learning.forms import AnswerForm, RequestForm
from courses.learning.models import Enrollment
from courses.learning.views.enrollments import own_enrollment


@require_safe
@login_required
def item(request, public_id: uuid.UUID, position: int) -> HttpResponse:
    """Read a lesson. The first look is recorded, unless a browser only fetches ahead."""
    held = own_enrollment(request, public_id)
    now = timezone.now()
    try:
        if is_prefetch(request):
            outline = queries.outline_for(held)
            progress.check_reachable(held, outline, position, now)
        else:
            outline = progress.open_item(enrollment=held, position=position, by=request.user, at=now)
    except rules.LearningRefused as refusal:
        return locked(request, held, position, refusal)
    return render(request, "learning/item.html", item_context(held, outline, position))


def is_prefetch(request) -> bool:
    return "prefetch" in request.headers.get("Sec-Purpose", "") or request.headers.get("HX-Preloaded") == "true"


def item_context(held: Enrollment, outline: Outline, position: int) -> dict[str, object]:
    step = outline.at(position)
    if step is None:
        raise Http404
    lesson = pinned.lesson_of(step.item)
    answer = reverse("learning:answer", args=[held.public_id, position])
    return {
        "enrollment": held,
        "run": held.run,
        "course": held.run.course,
        "outline": outline,
        "step": step,
        "lesson": lesson,
        "answers": pinned.answers_shown(lesson, step.answers),
        "checkpoint_action": f"{answer}?page={uuid.uuid4()}",
        "client_id": uuid.uuid4(),
        "before": outline.before(step),
        "after": outline.after(step),
        "can_learn": rules.can_learn(enrollment=held, at=timezone.now()),
    }


def locked(request, held: Enrollment, position: int, refusal: rules.LearningRefused) -> HttpResponse:
    """The lesson is there, but not yet, or not any more: say why and lead on. A lesson that is not there is a 404."""
    outline = queries.outline_for(held)
    step = outline.at(position)
    if step is None:
        raise Http404
    context = {"enrollment": held, "run": held.run, "course": held.run.course, "outline": outline, "step": step}
    return render(request, "learning/item_locked.html", {**context, "refusal": refusal}, status=403)


@require_POST
@login_required
def finish(request, public_id: uuid.UUID, position: int) -> HttpResponse:
    """Learned. On to the next lesson, or to the certificate."""
    held = own_enrollment(request, public_id)
    try:
        outline = progress.finish_item(
            enrollment=held,
            position=position,
            by=request.user,
            at=timezone.now(),
            client_id=RequestForm(request.POST).number("finish", position),
        )
    except rules.LearningRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("learning:item", public_id, position)
    if outline.here is None:
        return redirect("learning:enrollment", public_id)
    return redirect("learning:item", public_id, min(position + 1, outline.here.item.position))


@require_POST
@login_required
def answer(request, public_id: uuid.UUID, position: int) -> HttpResponse:
    """Take an answer and come back to the question with what it says."""
    held = own_enrollment(request, public_id)
    form = AnswerForm(request.POST)
    page = reverse("learning:item", args=[public_id, position])
    if not form.is_valid():
        messages.error(request, _("Choose one of the answers."))
        return redirect(page)
    block, option = form.cleaned_data["block"], form.cleaned_data["option"]
    try:
        progress.answer_checkpoint(
            enrollment=held,
            position=position,
            checkpoint=block,
            option=option,
            by=request.user,
            at=timezone.now(),
            client_id=deed(request, block, option),
        )
    except rules.LearningRefused as refusal:
        messages.error(request, str(refusal))
        return redirect(page)
    return redirect(f"{page}#q-{block}")


def deed(request, block: str, option: int) -> uuid.UUID:
    """One answer on one drawn page is one deed, however often it arrives."""
    try:
        drawn = uuid.UUID(request.GET.get("page", ""))
    except ValueError:
        drawn = uuid.uuid4()
    return uuid.uuid5(drawn, f"{block}:{option}")
