"""A roster on its way in: the file, what was understood of it, what HR corrected, what became of it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from privacy.files import private_storage


class ImportState(models.TextChoices):
    UPLOADED = "uploaded", _("Uploaded")
    ASKING = "asking", _("Waiting for the columns")
    LOOKED = "looked", _("To be checked")
    COMMITTING = "committing", _("Being written")
    COMMITTED = "committed", _("Written")
    UNDOING = "undoing", _("Being undone")
    UNDONE = "undone", _("Undone")
    REFUSED = "refused", _("Cannot be read")
    DROPPED = "dropped", _("Not imported")


OPEN_IMPORTS = frozenset({ImportState.UPLOADED, ImportState.ASKING, ImportState.LOOKED, ImportState.COMMITTING})


class RosterImport(models.Model):
    """One file of one firm.

    `mapping` is `{header: field}` as HR said it; `corrections` is what `rosters.corrections` reads. Each change of
    either makes `version` grow; `digest` is that of the plan which HR saw at `looked_version`. `understood` and
    `offers` are what the screens draw; they, the rows and the file are deleted 30 days after the upload.
    """

    public_id = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    organization = models.ForeignKey("ecosystem.Organization", models.PROTECT, related_name="roster_imports")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    file = models.FileField(storage=private_storage, upload_to="rosters/", blank=True)
    file_name = models.CharField(_("file name"), max_length=200)
    file_digest = models.CharField(max_length=64)
    state = models.CharField(max_length=12, choices=ImportState, default=ImportState.UPLOADED)
    sheet = models.CharField(max_length=80, blank=True)
    header_row = models.PositiveIntegerField(null=True)
    mapping = models.JSONField(default=dict)
    corrections = models.JSONField(default=dict)
    is_whole = models.BooleanField(null=True)
    version = models.PositiveIntegerField(default=1)
    looked_version = models.PositiveIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)
    numbers = models.JSONField(default=dict)
    understood = models.JSONField(default=dict)
    offers = models.JSONField(default=list)
    refusal = models.CharField(max_length=400, blank=True)
    job = models.ForeignKey("jobs.Job", models.SET_NULL, null=True, related_name="+")
    uploaded_at = models.DateTimeField()
    looked_at = models.DateTimeField(null=True)
    committed_at = models.DateTimeField(null=True)
    committed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["organization", "-uploaded_at"], name="import_by_organization")]
        constraints = [
            models.UniqueConstraint(
                fields=["organization"],
                condition=Q(state__in=[ImportState.COMMITTING, ImportState.UNDOING]),
                name="one_import_written_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"roster import {self.pk}"


class RowResult(models.TextChoices):
    NEW = "new", _("New on the roster")
    CHANGED = "changed", _("Changed")
    UNCHANGED = "unchanged", _("Unchanged")
    FAULTY = "faulty", _("To be corrected")
    SKIPPED = "skipped", _("Left out")


class RosterRow(models.Model):
    """One row as it was looked at: what the screens page through. `facts` are shown words by field; `changes` is
    `{field: [before, after]}`; `faults` is a list of `{field, column, kind, value}`.
    """

    roster_import = models.ForeignKey(RosterImport, models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    result = models.CharField(max_length=10, choices=RowResult)
    facts = models.JSONField(default=dict)
    changes = models.JSONField(default=dict)
    faults = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["roster_import", "number"], name="one_row_per_number")]
        indexes = [models.Index(fields=["roster_import", "result", "number"], name="row_by_result")]

    def __str__(self) -> str:
        return f"row {self.number}"


class RosterWord(models.Model):
    """What a firm's roster means by a header, a department or another word, as HR said once: remembered for the next.

    `kind` is "header" or a field of a row; `meaning` is a field for a header ("" leaves it out), else the meant value.
    """

    organization = models.ForeignKey("ecosystem.Organization", models.CASCADE, related_name="roster_words")
    kind = models.CharField(max_length=20)
    word = models.CharField(max_length=120)
    meaning = models.CharField(max_length=120, blank=True)
    said_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organization", "kind", "word"], name="one_meaning_per_word")]

    def __str__(self) -> str:
        return f"roster word {self.pk}"
