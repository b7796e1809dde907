"""The worker does jobs, each in one place at a time; beat finds those whose worker was killed."""

from collections.abc import Iterator
from contextlib import contextmanager

import structlog
from celery import shared_task
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.utils import timezone

from jobs import actions
from jobs.enums import JobState
from jobs.models import Job
from jobs.nudging import run_soon
from jobs.progress import Progress
from jobs.registry import WORK, Refused, Stopped

log = structlog.get_logger("jobs")
LOCKS = 5_201
"""The first half of the advisory locks' key; the job's id is the second."""
SECONDS_BETWEEN_NUDGES = 20


@shared_task
def run_job(job_id: int) -> None:
    with held(job_id) as is_mine:
        job = actions.begin(job_id, at=timezone.now()) if is_mine else None
        if job:
            do(job)


def do(job: Job) -> None:
    """The work, and what became of it. A lost database is nobody's fault: the sweep begins the job again."""
    try:
        result = WORK[job.kind](job, Progress(job.pk))
    except Refused as refusal:
        actions.end(job, JobState.FAILED, at=timezone.now(), refusal=str(refusal))
    except Stopped:
        actions.end(job, JobState.STOPPED, at=timezone.now())
    except DatabaseError as fault:
        if not connection.is_usable():
            raise
        fail_once(job, fault)
    except Exception as fault:
        fail_once(job, fault)
    else:
        actions.end(job, JobState.DONE, at=timezone.now(), result=result)


def fail_once(job: Job, fault: Exception) -> None:
    log.error("job_failed", job_id=job.pk, kind=job.kind, exc_info=fault)
    actions.fail_once(job, at=timezone.now())


@contextmanager
def held(job_id: int) -> Iterator[bool]:
    """True while no other worker does this job. The lock falls with the connection, so a killed worker leaves none."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [LOCKS, job_id])
        is_mine = cursor.fetchone()[0]
    try:
        yield is_mine
    finally:
        if is_mine and connection.is_usable():
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [LOCKS, job_id])


@shared_task
def sweep_jobs() -> int:
    """Nudge the unfinished that nobody works on, each at most every 20 seconds; returns how many."""
    held_now = "SELECT objid FROM pg_locks WHERE locktype = 'advisory' AND classid = %s AND database = "
    with connection.cursor() as cursor:
        cursor.execute(f"{held_now}(SELECT oid FROM pg_database WHERE datname = current_database())", [LOCKS])
        running = {row[0] for row in cursor.fetchall()}
    idle = [pk for pk in Job.objects.unfinished().order_by("pk").values_list("pk", flat=True) if pk not in running]
    nudged = [pk for pk in idle if cache.add(f"jobs:nudged:{pk}", True, SECONDS_BETWEEN_NUDGES)]
    for pk in nudged:
        run_soon(pk)
    return len(nudged)
