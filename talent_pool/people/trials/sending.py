"""Hostile files sent to the running wizard: what it answers, what it shows, what it needs, what it writes."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db import models

from accounts.models import User
from ecosystem.models import Department, Employment, EmploymentEvent, Role
from talent_pool.people.models import RosterImport, RosterWord, SkillClaim, UnknownSkill
from talent_pool.people.models.imports import ImportState
from talent_pool.people.trials.firm import Firm
from talent_pool.people.trials.hostile import Hostile
from talent_pool.people.trials.meter import Meter
from talent_pool.people.trials.visitor import Visitor

UPLOAD = "/desk/rosters/upload/"
OF_THE_STAFF: tuple[type[models.Model], ...] = (User, Employment, EmploymentEvent, Role, Department)
OF_THE_ROSTERS: tuple[type[models.Model], ...] = (SkillClaim, UnknownSkill, RosterWord)
OF_THE_SERVER = "root:x:0:0"
"""How /etc/passwd begins: what an XML reader that follows entities would show."""
SETTLED = frozenset({ImportState.REFUSED, ImportState.ASKING, ImportState.LOOKED})
PATIENCE = 90
EVERY = 0.05


@dataclass
class Sending:
    firm: Firm
    visitor: Visitor
    meter: Meter
    rows: list[dict] = field(default_factory=list)

    def run(self, files: Iterable[Hostile]) -> Iterator[dict]:
        for hostile in files:
            content = hostile.make()
            row = self.send(hostile.name, content)
            self.rows.append(row)
            yield row

    def send(self, name: str, content: bytes) -> dict:
        last, started = self.last_import(), time.monotonic()
        with self.meter:
            answer = self.visitor.upload(UPLOAD, name, content)
            statuses, shown = [answer.status], answer.text
            roster = settled(self.last_import(), last)
            if roster:
                page = self.visitor.get(answer.address)
                sheet = self.visitor.get(f"{answer.address}faults.xlsx")
                statuses += [page.status, sheet.status]
                shown += page.text + sheet.text
        row = {
            "file": "".join(sign for sign in name if sign.isprintable())[:30],
            "kib": round(len(content) / 1024),
            "seconds": round(time.monotonic() - started, 1),
            "mib": self.meter.peak,
            "statuses": statuses,
            "state": roster.state if roster else "not kept",
            "told": told(roster),
            "leaks": OF_THE_SERVER in shown,
        }
        if roster and roster.state != ImportState.REFUSED:
            self.visitor.post(f"{answer.address.rstrip('/')}/drop/")
        return row

    def last_import(self) -> RosterImport | None:
        mine = RosterImport.objects.filter(organization=self.firm.organization).select_related("job")
        return mine.order_by("-pk").first()


def settled(roster: RosterImport | None, last: RosterImport | None) -> RosterImport | None:
    """The import of this file once it has been looked at; None when none was made."""
    if roster is None or (last and roster.pk == last.pk):
        return None
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if roster.state in SETTLED and not (roster.job and roster.job.is_unfinished):
            return roster
        time.sleep(EVERY)
        roster = RosterImport.objects.select_related("job").get(pk=roster.pk)
    return roster


def told(roster: RosterImport | None) -> str:
    if roster is None:
        return "a sentence beside the form"
    if roster.refusal:
        return roster.refusal
    if roster.state == ImportState.LOOKED:
        return f"{roster.numbers['rows']} rows, {roster.numbers['faulty']} at fault"
    return "asks what the columns mean" if roster.state == ImportState.ASKING else ""


def is_answered(row: dict) -> bool:
    """With a look, a question, or a sentence, and never with a fault of ours."""
    is_settled = row["state"] in SETTLED or (row["state"] == "not kept" and row["statuses"] == [422])
    return is_settled and bool(row["told"]) and max(row["statuses"]) < 500


def stored() -> dict[str, int]:
    """How many rows each table has that an import writes."""
    return {model.__name__: model._default_manager.count() for model in (*OF_THE_STAFF, *OF_THE_ROSTERS)}
