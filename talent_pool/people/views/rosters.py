"""The firm's rosters: bring one in, look at it, take its faulty rows home."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

import jobs
from ecosystem.desks import keeper_required
from ecosystem.queries import today
from talent_pool.people.forms import UploadForm
from talent_pool.people.imports.actions.looking import look_soon
from talent_pool.people.imports.actions.uploading import upload
from talent_pool.people.imports.fault_sheet import KIND, MANY, fault_sheet, sheet_name
from talent_pool.people.imports.history import imports_of
from talent_pool.people.models.imports import RowResult
from talent_pool.people.views.asked import UNREADABLE, draw, own_roster, roster_url

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@never_cache
@keeper_required
def rosters(request) -> HttpResponse:
    return draw_list(request, UploadForm())


def draw_list(request, form: UploadForm) -> HttpResponse:
    number = request.GET.get("page", "1")
    page = imports_of(request.firm, viewer=request.user, day=today(), number=number)
    context = {"form": form, "page": page}
    return render(request, "people/imports/list.html", context, status=UNREADABLE if form.errors else 200)


@require_POST
@never_cache
@keeper_required
def bring_in(request) -> HttpResponse:
    """Keep the file and look at it; one that waits already is gone on with."""
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return draw_list(request, form)
    file, at = form.cleaned_data["file"], timezone.now()
    roster = upload(organization=request.firm, content=file.read(), file_name=file.name, by=request.user, at=at)
    if roster.uploaded_at == at:
        look_soon(roster=roster, by=request.user, at=at)
    else:
        messages.info(request, _("You have brought this very file in already; here is where you left off."))
    return redirect(roster_url(roster))


@never_cache
@keeper_required
def roster(request, public_id) -> HttpResponse:
    return draw(request, own_roster(request, public_id))


@never_cache
@keeper_required
def faults(request, public_id) -> HttpResponse:
    """The rows at fault as a spreadsheet; very many of them are put together by the worker."""
    roster = own_roster(request, public_id)
    count = roster.rows.filter(result=RowResult.FAULTY).count()
    if not roster.file or not count:
        return draw(request, roster, refusal=_("There are no rows to be corrected in this roster any more."))
    if count > MANY:
        language = translation.get_language()
        job = jobs.start(
            KIND, by=request.user, for_org=request.firm, at=timezone.now(), import_id=roster.pk, language=language
        )
        return redirect("jobs:job", job.public_id)
    headers = {"Content-Disposition": content_disposition_header(True, sheet_name(roster)) or ""}
    return HttpResponse(fault_sheet(roster), content_type=XLSX, headers=headers)
