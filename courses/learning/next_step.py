"""The button of a run: it says only the next step, the sentence under it only why. Same place in every state."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.learning import rules
from courses.learning.enums import EnrollmentState
from courses.learning.models import CourseRun, Enrollment
from courses.learning.queries import Place, RunView
from ecosystem.models import Employment
from web.dates import day


@dataclass(frozen=True)
class NextStep:
    """`state` is a word of web/parts/next_step.html: go, plain, done, off. `href` leads, `action` is posted to."""

    state: str
    label: str
    why: str = ""
    href: str = ""
    action: str = ""
    icon: str = ""


def next_step(
    view: RunView,
    *,
    signed_in: bool,
    acting: Employment | None,
    mine: Sequence[Enrollment],
    here: str,
    at: datetime.datetime,
) -> NextStep:
    """What a viewer can do with a run now. `mine`: their live enrollments in the course; `here`: this page."""
    if view.place:
        return own_step(view.run, view.place, at=at)
    try:
        if not signed_in:
            rules.check_window(run=view.run, at=at)
            rules.check_some_seat(view.pools)
            sign_in = f"{reverse('account_request_login_code')}?next={quote(here)}"
            return NextStep(
                "go", _("Sign in to enroll"), _("For everyone who works in a firm of the chains."), href=sign_in
            )
        pool = rules.choose_pool(pools=view.pools, organization_id=view.organization_id)
        rules.check_can_enroll(run=view.run, pool=pool, acting=acting, mine=mine, at=at)
    except rules.EnrollmentRefused as refusal:
        return NextStep("off", refusal.button, str(refusal))
    enroll = reverse("learning:enroll", args=[view.run.public_id])
    return NextStep("go", _("Enroll"), seat_sentence(view), action=enroll)


def own_step(run: CourseRun, place: Place, *, at: datetime.datetime) -> NextStep:
    """The step of somebody who holds a seat in the run."""
    enrollment, outline = place.enrollment, place.outline
    page = reverse("learning:enrollment", args=[enrollment.public_id])
    if enrollment.state == EnrollmentState.COMPLETED:
        paper = reverse("learning:certificate", args=[enrollment.certificate.code])
        return NextStep("done", _("Completed"), _("See your certificate"), href=paper, icon="award")
    if rules.is_over(run=run, at=at):
        ended = _("This run ended on %(day)s. You can still read the lessons.") % {"day": day(run.ends_on)}
        return NextStep("plain", _("Read the lessons"), ended, href=page)
    if not rules.has_begun(run=run, at=at):
        return NextStep(
            "done", _("Enrolled"), _("Begins on %(day)s.") % {"day": day(run.starts_on)}, href=page, icon="check"
        )
    step = outline.here
    if step is None:
        return NextStep("plain", _("Read the lessons"), href=page)
    lesson = reverse("learning:item", args=[enrollment.public_id, step.item.position])
    words = {"number": step.item.position, "minutes": step.item.minutes}
    why = _("Lesson %(number)s, %(minutes)s minutes") % words
    return NextStep(
        "go", _("Go on learning") if outline.is_begun else _("Begin learning"), why, href=lesson, icon="play"
    )


def seat_sentence(view: RunView) -> str:
    """Whose seat it will be; how many are left stands beside the run."""
    own = view.left - view.shared_left
    if own:
        return ngettext("%(own)s seat is your firm's own", "%(own)s seats are your firm's own", own) % {"own": own}
    return _("You have the seat at once, nobody needs to approve.")
