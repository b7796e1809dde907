"""Start a job, stop it, give it a file; begin and end it as the worker does."""

import datetime
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

import audit
from jobs.enums import JobState
from jobs.models import Job
from jobs.nudging import run_soon
from jobs.progress import ask_to_stop

MOST_STARTS = 60
"""A job whose worker was killed is begun again; one that kills every worker must end."""
MOST_FAILURES = 3


@transaction.atomic
def start(kind: str, *, by: Model | None, for_org: Model | None, at: datetime.datetime, **ids: int | str) -> Job:
    """Leave work for the worker, in the caller's transaction; `ids` is what the function of this kind reads."""
    by_id, for_org_id = by.pk if by else None, for_org.pk if for_org else None
    job = Job.objects.create(kind=kind, by_id=by_id, for_org_id=for_org_id, ids=ids, created_at=at)
    audit.record(by=by, for_org=for_org, verb="jobs.started", subject=job, at=at, kind=kind)
    transaction.on_commit(lambda: run_soon(job.pk), robust=True)
    return job


@transaction.atomic
def stop(*, job: Job, by: Model | None, at: datetime.datetime) -> None:
    """Ask the job to stop. One that waits ends at once; one that runs ends at its next word of progress, undone."""
    locked = Job.objects.select_for_update().get(pk=job.pk)
    if locked.state == JobState.QUEUED:
        end(locked, JobState.STOPPED, at=at)
    elif locked.state == JobState.RUNNING:
        ask_to_stop(locked.pk)
    audit.record(by=by, for_org=None, verb="jobs.stop_asked", subject=locked, at=at)


@transaction.atomic
def attach(job: Job, name: str, content: bytes, *, keep: datetime.timedelta, at: datetime.datetime) -> None:
    """Give the job a private file that only whoever started it may fetch, until it is deleted."""
    if job.file:
        job.file.delete(save=False)
    job.file.save(str(job.public_id), ContentFile(content), save=False)
    job.file_name, job.file_until = name, at + keep
    job.save(update_fields=["file", "file_name", "file_until"])
    audit.record(by=None, for_org=None, verb="jobs.file_made", subject=job, at=at)


@transaction.atomic
def begin(job_id: int, *, at: datetime.datetime) -> Job | None:
    """The job, now running, or None when there is nothing to do any more. The caller holds its lock."""
    job = Job.objects.select_for_update().unfinished().filter(pk=job_id).first()
    if job is None:
        return None
    if job.starts >= MOST_STARTS:
        end(job, JobState.FAILED, at=at, refusal=_("This could not be done. Nothing was changed; please tell us."))
        return None
    job.state, job.starts, job.started_at = JobState.RUNNING, job.starts + 1, job.started_at or at
    job.save(update_fields=["state", "starts", "started_at"])
    return job


@transaction.atomic
def fail_once(job: Job, *, at: datetime.datetime) -> None:
    """The work raised something: it waits to be tried again, or ends after the third time."""
    job.failures += 1
    if job.failures >= MOST_FAILURES:
        end(job, JobState.FAILED, at=at, refusal=_("This could not be done. Nothing was changed; please tell us."))
    else:
        job.state = JobState.QUEUED
    job.save(update_fields=["failures", "state"])


@transaction.atomic
def end(
    job: Job, state: JobState, *, at: datetime.datetime, result: dict[str, Any] | None = None, refusal: str = ""
) -> None:
    job.state, job.ended_at, job.refusal, job.result = state, at, refusal, result or {}
    job.save(update_fields=["state", "ended_at", "refusal", "result"])
    audit.record(by=None, for_org=None, verb=f"jobs.{state}", subject=job, at=at, kind=job.kind)
