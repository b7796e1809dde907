"""Files of jobs go when their moment has come."""

import datetime

from jobs.models import Job
from privacy import keeping
from privacy.files import delete_when_committed


@keeping.rule("jobs.Job.file", after="file_until")
def files(*, before: datetime.datetime, at: datetime.datetime, most: int) -> int:
    """Each job says itself until when its file is kept."""
    due = Job.objects.select_for_update().exclude(file="").filter(file_until__lte=before).order_by("pk")
    jobs = list(due[:most])
    for job in jobs:
        delete_when_committed(job.file)
        Job.objects.filter(pk=job.pk).update(file="", file_name="")
    return len(jobs)
