"""The worker's part of the rosters. Each may be done again after a kill: what is done already is done."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

import jobs
from jobs.registry import Refused, Stopped, work
from talent_pool.people import rules
from talent_pool.people.imports.actions import committing, looking, undoing
from talent_pool.people.imports.fault_sheet import KIND as KIND_OF_SHEET
from talent_pool.people.imports.fault_sheet import fault_sheet, sheet_name
from talent_pool.people.models import RosterImport

A_DAY = datetime.timedelta(days=1)


@work(looking.KIND)
def look(job, progress) -> dict[str, int]:
    roster = looking.look(import_id=job.ids["import_id"], at=timezone.now(), progress=progress)
    return committing.counts(roster.numbers)


@work(committing.KIND)
def commit(job, progress) -> dict[str, int]:
    """What has moved since HR looked is looked at again at once, so that the page shows what is new."""
    import_id = job.ids["import_id"]
    try:
        return committing.write(import_id=import_id, at=timezone.now(), progress=progress)
    except rules.Moved as moved:
        looking.look(import_id=import_id, at=timezone.now(), progress=progress)
        raise Refused(str(moved)) from moved
    except rules.ImportRefused as refusal:
        raise Refused(str(refusal)) from refusal
    except Stopped:
        committing.give_up(import_id=import_id, at=timezone.now())
        raise


@work(undoing.KIND)
def undo(job, progress) -> dict[str, int]:
    try:
        return undoing.write(import_id=job.ids["import_id"], at=timezone.now(), progress=progress)
    except rules.ImportRefused as refusal:
        undoing.give_up(import_id=job.ids["import_id"], sentence=str(refusal), at=timezone.now())
        raise Refused(str(refusal)) from refusal
    except Stopped:
        undoing.give_up(import_id=job.ids["import_id"], sentence="", at=timezone.now())
        raise


@work(KIND_OF_SHEET)
def make_fault_sheet(job, progress) -> dict[str, int]:
    roster = RosterImport.objects.get(pk=job.ids["import_id"])
    if not roster.file:
        raise Refused(_("The file is not kept any more. Please upload it again."))
    with override(job.ids["language"]):
        jobs.attach(job, sheet_name(roster), fault_sheet(roster), keep=A_DAY, at=timezone.now())
    return {}
