"""Files of jobs go when their moment has come."""

import datetime

from django.db import transaction

from jobs.models import Job
from privacy import keeping


@keeping.rule("jobs.Job.file")
def files(*, before: datetime.datetime, at: datetime.datetime, most: int) -> int:
    """Each job says itself until when its file is kept."""
    due = Job.objects.select_for_update().exclude(file="").filter(file_until__lte=before).order_by("pk")
    jobs = list(due[:most])
    for job in jobs:
        name, storage = job.file.name, job.file.storage
        Job.objects.filter(pk=job.pk).update(file="", file_name="")
        transaction.on_commit(lambda name=name, storage=storage: storage.delete(name), robust=True)
    return len(jobs)
