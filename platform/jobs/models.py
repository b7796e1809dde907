"""One piece of long work."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jobs.enums import UNFINISHED, JobState
from privacy.files import private_storage


class JobQuerySet(models.QuerySet):
    def unfinished(self):
        return self.filter(state__in=sorted(UNFINISHED))


class Job(models.Model):
    """`ids` name what is worked on; `result` holds counts and codes, never a person's data.

    `starts` counts how often it was begun, `failures` how often it raised. `for_org_id` outlives the organization it
    speaks of, as audit entries do.
    """

    public_id = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=60)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    for_org_id = models.BigIntegerField(null=True)
    ids = models.JSONField(default=dict)
    state = models.CharField(max_length=8, choices=JobState, default=JobState.QUEUED)
    starts = models.PositiveSmallIntegerField(default=0)
    failures = models.PositiveSmallIntegerField(default=0)
    result = models.JSONField(default=dict)
    refusal = models.CharField(max_length=400, blank=True)
    file = models.FileField(storage=private_storage, upload_to="jobs/", blank=True)
    file_name = models.CharField(_("file name"), max_length=200, blank=True)
    file_until = models.DateTimeField(null=True)
    created_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["created_at"], condition=Q(state__in=sorted(UNFINISHED)), name="job_unfinished"),
            models.Index(fields=["by", "-created_at"], name="job_by_person"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def is_unfinished(self) -> bool:
        return self.state in UNFINISHED
