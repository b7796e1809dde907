"""Where a job stands."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class JobState(TextChoices):
    QUEUED = "queued", _("Waiting for its turn")
    RUNNING = "running", _("Running")
    DONE = "done", _("Work finished")
    FAILED = "failed", _("Not done")
    STOPPED = "stopped", _("Stopped")


UNFINISHED = frozenset({JobState.QUEUED, JobState.RUNNING})
