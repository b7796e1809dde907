"""The wizard walked through as a browser does, on a running site: what each step takes, and what lists then take."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

from django.db import connection
from django.db.models import Count
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ecosystem.models import Department
from talent_pool.people.benches.roster_file import roster_of
from talent_pool.people.models import RosterImport
from talent_pool.people.models.imports import ImportState
from talent_pool.people.trials.firm import Firm
from talent_pool.people.trials.meter import Meter
from talent_pool.people.trials.sending import UPLOAD
from talent_pool.people.trials.visitor import Visitor

STAFF = "/desk/staff/"
PER_PAGE = 50
PATIENCE = 600
EVERY = 0.05


@dataclass
class Walk:
    """One roster of this many rows; each step returns its seconds, CPU and MiB above the idle site by name."""

    firm: Firm
    visitor: Visitor
    meter: Meter
    rows: int
    address: str = ""

    def bring_in(self) -> dict[str, float]:
        content = roster_of(self.rows)
        answer: list[str] = []

        def upload() -> None:
            answer.append(self.visitor.upload(UPLOAD, f"{self.rows}.xlsx", content).address)

        told = self.step("upload", upload)
        self.address = answer[0]
        return told | self.step("look", lambda: self.wait_for(ImportState.LOOKED))

    def write(self) -> dict[str, float]:
        return self.step("commit", lambda: self.press("commit/", ImportState.COMMITTED))

    def undo(self) -> dict[str, float]:
        return self.step("undo", lambda: self.press("undo/", ImportState.UNDONE))

    def press(self, action: str, state: ImportState) -> None:
        fields = self.visitor.get(self.address).hidden(action)
        fields.pop("csrfmiddlewaretoken", None)
        answer = self.visitor.post(f"{self.address.rstrip('/')}/{action}", **fields)
        if answer.status >= 400:
            raise RuntimeError(f"{action} was answered by {answer.status}")
        self.wait_for(state)

    def wait_for(self, state: ImportState) -> None:
        deadline = time.monotonic() + PATIENCE
        while (found := self.roster()).state != state or (found.job and found.job.is_unfinished):
            if time.monotonic() > deadline or found.state == ImportState.REFUSED:
                raise RuntimeError(f"{found} is {found.state}: {found.refusal}")
            time.sleep(EVERY)

    def roster(self) -> RosterImport:
        mine = RosterImport.objects.filter(organization=self.firm.organization).select_related("job")
        return mine.latest("pk")

    def step(self, name: str, do: Callable[[], None]) -> dict[str, float]:
        used, started = self.meter.cpu(), time.perf_counter()
        with self.meter:
            do()
        seconds = time.perf_counter() - started
        return {
            f"{name}_s": round(seconds, 2),
            f"{name}_cpu_s": round(self.meter.cpu() - used, 2),
            f"{name}_mib": self.meter.peak,
        }


def staff_pages(firm: Firm, people: int) -> dict[str, str]:
    """What HR opens of its staff: the first page, a search, the largest department, the last page."""
    departments = Department.objects.filter(organization=firm.organization)
    largest = departments.annotate(people=Count("employments")).order_by("-people", "pk")[0]
    last = -(-(people + 1) // PER_PAGE)
    return {
        "first": STAFF,
        "search": f"{STAFF}?q=%E6%B2%88%E7%9F%A5",
        "department": f"{STAFF}?within={largest.pk}",
        "late": f"{STAFF}?page={last}",
    }


def tidy_up() -> None:
    """What the database does by itself within a minute or two of so many new rows."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def queries_of(firm: Firm, path: str) -> int:
    client = Client(headers={"host": "localhost"})
    client.force_login(firm.hr)
    logging.disable(logging.INFO)
    try:
        client.get(path)
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(path)
    finally:
        logging.disable(logging.NOTSET)
    if answer.status_code != 200:
        raise RuntimeError(f"{path} answered {answer.status_code}")
    return len(asked)
