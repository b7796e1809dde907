"""What HR does with a roster on its page, each a POST."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ecosystem.actions import invitations
from ecosystem.enums import EmploymentState, EventKind, EventOrigin
from ecosystem.models import Employment
from talent_pool.people import rules
from talent_pool.people.forms import ColumnsForm, CommitForm, SeenForm, SkipForm
from talent_pool.people.imports.actions import committing, correcting, undoing, uploading
from talent_pool.people.imports.answers import answers
from talent_pool.people.models import RosterImport, RosterWord
from talent_pool.people.models.imports import ImportState
from talent_pool.people.views.asked import deed, look_again, roster_url, say
from web.onward import onward


def cleaned(form) -> dict:
    """What the page sent, or a refusal for a form that the page does not make."""
    if not form.is_valid():
        raise rules.ImportRefused(_("That could not be understood. Here is the roster; please try once more."))
    return form.cleaned_data


@deed
def columns(request, roster: RosterImport) -> HttpResponse:
    said = cleaned(ColumnsForm(request.POST))
    places = [column for column in roster.understood.get("columns", ()) if not column["is_left_out"]]
    fields = {
        column["header"]: request.POST[f"field-{column['place']}"]
        for column in places
        if f"field-{column['place']}" in request.POST
    }
    roster = correcting.say_columns(roster=roster, **said, fields=fields, by=request.user, at=timezone.now())
    return look_again(request, roster, "#columns")


@deed
def correct(request, roster: RosterImport) -> HttpResponse:
    """One offer answered, or several at once; an empty form says nothing."""
    version = cleaned(SeenForm(request.POST))["version"]
    told = answers(roster.offers, request.POST.dict())
    roster = correcting.correct(roster=roster, version=version, said=told, by=request.user, at=timezone.now())
    return look_again(request, roster)


@deed
def skip(request, roster: RosterImport) -> HttpResponse:
    said = cleaned(SkipForm(request.POST))
    roster = correcting.skip(
        roster=roster,
        version=said["version"],
        rows=[said["row"]],
        back=said["back"],
        by=request.user,
        at=timezone.now(),
    )
    return look_again(request, roster, "#rows")


@deed
def forget_word(request, roster: RosterImport) -> HttpResponse:
    version = cleaned(SeenForm(request.POST))["version"]
    pk = request.POST.get("word", "")
    word = get_object_or_404(RosterWord, organization=request.firm, pk=pk if pk.isdecimal() and len(pk) < 18 else 0)
    roster = correcting.forget_word(roster=roster, version=version, word=word, by=request.user, at=timezone.now())
    return look_again(request, roster, "#columns")


@deed
def commit(request, roster: RosterImport) -> HttpResponse:
    said = cleaned(CommitForm(request.POST))
    committing.start(roster=roster, **said, by=request.user, at=timezone.now())
    return onward(request, roster_url(roster))


@deed
def undo(request, roster: RosterImport) -> HttpResponse:
    undone = undoing.undo(roster=roster, by=request.user, at=timezone.now())
    if undone.state == ImportState.UNDONE:
        say(request, _("Everything this roster wrote is as it was before."))
    return onward(request, roster_url(roster))


@deed
def drop(request, roster: RosterImport) -> HttpResponse:
    correcting.drop(roster=roster, by=request.user, at=timezone.now())
    say(request, _("The roster was not imported; its file is deleted."))
    return onward(request, roster_url(roster))


@deed
def retry(request, roster: RosterImport) -> HttpResponse:
    """Look once more; after an undo, with the same file as a roster of its own."""
    if roster.state == ImportState.UNDONE:
        roster = uploading.take_up_again(roster=roster, by=request.user, at=timezone.now())
    return look_again(request, roster, "")


@deed
def invite(request, roster: RosterImport) -> HttpResponse:
    """A text to everybody who is new by this roster and has not come; the limits are those of all invitations."""
    if roster.state != ImportState.COMMITTED:
        raise rules.ImportRefused(_("Only a roster that has been written has new people."))
    new = Employment.objects.current().filter(
        organization=request.firm,
        state=EmploymentState.PENDING,
        events__origin=EventOrigin.ROSTER,
        events__origin_id=roster.pk,
        events__kind__in=(EventKind.JOINED, EventKind.RETURNED),
    )
    told = invitations.invite(employments=new.distinct(), by=request.user, at=timezone.now())
    sent = ngettext("%(count)s invitation is on its way.", "%(count)s invitations are on their way.", told.sent)
    say(request, sent % {"count": told.sent})
    return onward(request, roster_url(roster))
