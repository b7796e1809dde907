"""States, and the groups of states that rules and constraints speak of."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class RunState(TextChoices):
    DRAFT = "draft", _("Draft")
    OPEN = "open", _("Open for enrollment")
    CANCELLED = "cancelled", _("Cancelled")


class EnrollmentState(TextChoices):
    REQUESTED = "requested", _("Requested")
    CONFIRMED = "confirmed", _("Enrolled")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    COMPLETED = "completed", _("Completed")


LIVE = (EnrollmentState.REQUESTED, EnrollmentState.CONFIRMED, EnrollmentState.COMPLETED)
"""One of these per learner and run."""
SEATED = (EnrollmentState.CONFIRMED, EnrollmentState.COMPLETED)
"""These hold a seat."""


class Actor(TextChoices):
    """Who makes a transition."""

    LEARNER = "learner", _("The learner")
    HOUSE = "house", _("The house, by its own rules")


class ItemRule(TextChoices):
    """What completes an item of the outline; the label is the sentence a learner reads."""

    READ = "read", _("Read to the end, then mark it as learned")
    CHECKPOINT = "checkpoint", _("Answer every checkpoint correctly; you may answer again")


class ItemState(TextChoices):
    DONE = "done", _("Learned")
    HERE = "here", _("Being learned")
    LOCKED = "locked", _("Not open yet")


class LearningEventKind(TextChoices):
    OPENED = "opened", _("Opened")
    ANSWERED = "answered", _("Answered")
    FINISHED = "finished", _("Finished")


class HoursSource(TextChoices):
    """How study hours were earned; the label is what the ledger says."""

    COMPLETION = "completion", _("Course completed")
    CORRECTION = "correction", _("Correction")
