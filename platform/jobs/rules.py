"""Who may see a job's bar, who may stop it, and who may fetch its file."""

import datetime

from django.db.models import Model

from jobs.models import Job


def can_watch(*, job: Job, person: Model, organization_id: int | None) -> bool:
    """Whoever started it, and those who act for the organization it was started for: a bar tells counts only."""
    return job.by_id == person.pk or (job.for_org_id is not None and job.for_org_id == organization_id)


def can_stop(*, job: Job, person: Model) -> bool:
    """Only whoever started it: colleagues see the bar and wait."""
    return job.by_id == person.pk


def can_fetch(*, job: Job, person: Model, at: datetime.datetime) -> bool:
    """Only whoever started it, while the file is kept."""
    return job.by_id == person.pk and bool(job.file) and job.file_until is not None and at < job.file_until
