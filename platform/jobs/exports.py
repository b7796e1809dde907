"""A person's own data, put together by the worker: the room of privacy stands below this one and starts it by name."""

import datetime

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jobs import actions
from jobs.models import Job
from jobs.registry import Refused, work
from privacy.export_files import archive
from web.dates import local

KIND = "privacy.export"
KEPT = datetime.timedelta(hours=24)


@transaction.atomic
def start(*, person, at: datetime.datetime) -> Job:
    """Begin an export for the person themself; the one under way is returned as it is."""
    get_user_model()._default_manager.select_for_update(no_key=True).get(pk=person.pk)
    under_way = Job.objects.unfinished().filter(kind=KIND, by=person).first()
    return under_way or actions.start(KIND, by=person, for_org=None, at=at)


def latest(person) -> Job | None:
    """The person's last export, under way, done or failed."""
    return Job.objects.filter(kind=KIND, by=person).order_by("-created_at", "-pk").first()


@work(KIND)
def export(job: Job, progress) -> dict[str, int]:
    """Build the archive and attach it; nothing is made for a person who was erased meanwhile."""
    now = timezone.now()
    with transaction.atomic():
        assert job.by is not None  # a person asks for their own
        person = get_user_model()._default_manager.select_for_update(no_key=True).get(pk=job.by.pk)
        if not person.is_active:
            raise Refused(_("There is nothing left to export."))
        content = archive(person, at=now, progress=progress)
        actions.attach(job, f"liancai-{local(now):%Y%m%d}.zip", content, keep=KEPT, at=now)
    return {"bytes": len(content)}
