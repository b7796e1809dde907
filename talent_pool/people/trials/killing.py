"""An import whose worker is killed again and again, and whose database crashes once, still writes everybody once."""

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.core.cache import cache
from django.utils import timezone

from jobs import progress
from jobs.enums import JobState
from jobs.models import Job
from talent_pool.people.benches.roster_file import roster_of
from talent_pool.people.imports.actions import committing, looking, uploading
from talent_pool.people.models import RosterImport
from talent_pool.people.models.imports import ImportState
from talent_pool.people.trials.crashing import crash, patiently
from talent_pool.people.trials.firm import Firm, make_firm
from talent_pool.people.trials.truth import Stock, looked_at_again, told_of
from talent_pool.people.trials.workers import Workers

EVERY = 0.02
PATIENCE = 300
EARLIEST, LATEST = 0.05, 0.8
"""Between these parts of the bar the worker is killed."""


class Ended(Exception):
    """The job was done before it could be killed."""


@dataclass
class Trial:
    """`looks_killed` and `commits_killed` say whom each kill meets: "pool" (the processes that work), "worker" (all of
    it) or "database"; none later on the bar than `latest`.
    """

    rows: int
    looks_killed: list[str]
    commits_killed: list[str]
    number: int = 1
    latest: float = LATEST
    workers: Workers = field(default_factory=Workers)
    chance: random.Random = field(default_factory=lambda: random.Random(20_261_125))
    kills: list[dict] = field(default_factory=list)
    outcome: dict = field(default_factory=dict)

    def run(self) -> Iterator[dict]:
        """A row for each kill, and one for what stands in the end, which is also `outcome`."""
        firm, content = make_firm(self.number), roster_of(self.rows)
        before, at = Stock.of(firm), timezone.now()
        roster = uploading.upload(
            organization=firm.organization, content=content, file_name="roster.xlsx", by=firm.hr, at=at
        )
        with self.workers:
            roster = looking.look_later(roster=roster, by=firm.hr, at=at)
            yield from self.interrupted("look", roster, self.looks_killed)
            roster = wait_for(roster, ImportState.LOOKED)
            roster = committing.start(
                roster=roster,
                version=roster.version,
                digest=roster.digest,
                is_whole=False,
                by=firm.hr,
                at=timezone.now(),
            )
            yield from self.interrupted("commit", roster, self.commits_killed)
            roster = wait_for(roster, ImportState.COMMITTED)
        self.outcome = ended(firm, roster, before, content)
        yield self.outcome

    def interrupted(self, step: str, roster: RosterImport, whom: list[str]) -> Iterator[dict]:
        assert roster.job
        for kind in whom:
            try:
                seen = wait_for_bar(roster.job, self.chance.uniform(min(EARLIEST, self.latest), self.latest))
            except Ended:
                return
            told = self.kill(kind, roster.job)
            cache.delete(progress.key(roster.job.pk))
            started = time.monotonic()
            again = bar_again(roster.job)
            row = {
                "step": step,
                "kill": len(self.kills) + 1,
                "whom": told,
                "bar_before": f"{seen:.0%}",
                "bar_again": f"{again:.0%}",
                "seconds": round(time.monotonic() - started, 1),
            }
            self.kills.append(row)
            yield row

    def kill(self, kind: str, job: Job) -> str:
        if kind == "database":
            return f"database {crash(job.pk)}"
        killed = self.workers.kill_children() if kind == "pool" else self.workers.kill_all()
        return f"{kind}, {killed} processes"


def wait_for_bar(job: Job, part: float) -> float:
    """How far the bar is as soon as it has come this far. Raises Ended when the job ends before."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        reached = progress.reached(job.pk)
        if reached and reached.done >= part * reached.total and reached.done < reached.total:
            return reached.done / reached.total
        if not patiently(lambda: Job.objects.unfinished().filter(pk=job.pk).exists()):
            raise Ended
        time.sleep(EVERY)
    raise TimeoutError(f"The bar of {job} did not come to {part:.0%} in {PATIENCE} s")


def bar_again(job: Job) -> float:
    """How far the bar is when it is first seen again; a job that has ended is at its end."""
    try:
        return wait_for_bar(job, 0)
    except Ended:
        return 1.0


def wait_for(roster: RosterImport, state: ImportState) -> RosterImport:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        found = patiently(lambda: RosterImport.objects.select_related("organization", "job").get(pk=roster.pk))
        if found.state == state:
            return found
        if found.job and found.job.state == JobState.FAILED:
            break
        time.sleep(EVERY)
    stands = f"{found.job.state}, {found.job.failures} failures: {found.job.refusal}" if found.job else "no job"
    raise TimeoutError(f"{roster} is {found.state} and does not become {state} ({stands})")


def ended(firm: Firm, roster: RosterImport, before: Stock, content: bytes) -> dict:
    assert roster.job
    return {
        "step": "end",
        **patiently(lambda: Stock.of(firm)).grown_since(before),
        **told_of(roster),
        **{f"again_{name}": count for name, count in looked_at_again(firm, content).items()},
        "starts": roster.job.starts,
    }


def truth(rows: int) -> dict[str, int]:
    """What must stand in the end, whatever happened on the way; see `ended`."""
    counted = dict.fromkeys(Stock.__dataclass_fields__, rows)
    told = {"written": 1, "committed": 1, "messages": 1, "rows_shown": rows}
    return counted | told | {"again_new": 0, "again_updated": 0, "again_unchanged": rows, "again_faulty": 0}
