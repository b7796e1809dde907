"""The ecosystem's long work."""

from django.utils import timezone

import jobs
from ecosystem import rules
from ecosystem.actions import announcements, laying_out


@jobs.work(announcements.LAY_OUT)
def lay_out_announcement(job, progress):
    try:
        reached = laying_out.lay_out(announcement_id=job.ids["announcement_id"], at=timezone.now(), progress=progress)
    except rules.NotAllowed as refusal:
        raise jobs.Refused(str(refusal)) from None
    return {"people": reached}


@jobs.work(announcements.REMIND)
def remind_of_announcement(job, progress):
    try:
        reminded = laying_out.remind_all(
            announcement_id=job.ids["announcement_id"],
            organization_id=job.ids["organization_id"],
            at=timezone.now(),
        )
    except rules.NotAllowed as refusal:
        raise jobs.Refused(str(refusal)) from None
    return {"people": reminded}
