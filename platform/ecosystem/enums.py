"""States and kinds, and the groups that rules speak of."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class OrganizationKind(TextChoices):
    FIRM = "firm", _("Firm")
    PARK = "park", _("Park")
    ASSOCIATION = "association", _("Association")
    PUBLIC_BODY = "public_body", _("Public body")


class PositionKind(TextChoices):
    """The source's firm roles, in the order a chain's members are shown."""

    ANCHOR = "anchor", _("Chain anchor")
    CHAIN_MASTER = "chain_master", _("Chain master")
    PARTNER = "partner", _("Chain-master partner")
    UPSTREAM = "upstream", _("Upstream firm")
    DOWNSTREAM = "downstream", _("Downstream firm")
    PARK = "park", _("Park")
    ASSOCIATION = "association", _("Association")


class EmploymentState(TextChoices):
    """A roster claims; the person says yes or no."""

    PENDING = "pending", _("Waiting for the person")
    CONFIRMED = "confirmed", _("Confirmed")
    REFUSED = "refused", _("Refused by the person")


class EmploymentKind(TextChoices):
    PRIMARY = "primary", _("Primary employment")
    SECONDARY = "secondary", _("Secondary employment")


class RoleKind(TextChoices):
    """What a person may do for a scope; each value's sentence is its label."""

    EMPLOYEE = "employee", _("Employee: learns and enrolls")
    HR = "hr", _("HR: keeps the roster and the seats")
    TRAINING_MANAGER = "training_manager", _("Training manager: writes plans for the firm")
    TRAINER = "trainer", _("Trainer: teaches and records attendance")
    MENTOR = "mentor", _("Mentor: accompanies learners")
    SIGNATORY = "signatory", _("Signatory: signs for the organization")
    PLAN_EDITOR = "plan_editor", _("Plan editor: writes rows of a joint plan")
    ADMINISTRATOR = "administrator", _("Administrator: grants roles in the organization")
    CLASS_MANAGER = "class_manager", _("Class manager: looks after a run")
    COURSE_AUTHOR = "course_author", _("Course author: writes the organization's courses")
    OFFICE = "office", _("District office: sees the whole in aggregates")
    COMMITTEE = "committee", _("Chain committee: sees its chain in aggregates")
    JUDGE = "judge", _("Judge: scores nominations")


ORGANIZATION_ROLES = frozenset(RoleKind) - {RoleKind.OFFICE, RoleKind.COMMITTEE}
STAFF_KEEPERS = frozenset({RoleKind.HR, RoleKind.ADMINISTRATOR})
