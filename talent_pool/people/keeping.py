"""What the rosters end by the clock: the file, its rows and what was made of them; the numbers stay."""

import datetime

from django.db.models import Exists, OuterRef, Q

from privacy import keeping
from privacy.files import delete_when_committed
from talent_pool.people.models import RosterImport, RosterRow
from talent_pool.people.models.imports import OPEN_IMPORTS, ImportState

BEING_WRITTEN = (ImportState.COMMITTING, ImportState.UNDOING)


@keeping.rule("people.RosterImport.file", after="uploaded_at", days=30)
def files(*, before: datetime.datetime, at: datetime.datetime, most: int) -> int:
    """What still waits for HR then is dropped; what is just being written is left for the next night."""
    rows = RosterRow.objects.filter(roster_import=OuterRef("pk"))
    due = RosterImport.objects.filter(~Q(file="") | Exists(rows), uploaded_at__lt=before)
    ids = due.exclude(state__in=BEING_WRITTEN).order_by("pk").values_list("pk", flat=True)[:most]
    imports = list(RosterImport.objects.select_for_update(of=("self",)).filter(pk__in=list(ids)).order_by("pk"))
    for roster in imports:
        forget(roster)
    return len(imports)


def forget(roster: RosterImport) -> None:
    roster.rows.all().delete()
    delete_when_committed(roster.file)
    roster.file, roster.understood, roster.offers, roster.corrections = "", {}, [], {}
    if roster.state in OPEN_IMPORTS:
        roster.state = ImportState.DROPPED
    roster.save(update_fields=["file", "understood", "offers", "corrections", "state"])
