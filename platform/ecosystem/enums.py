"""States and kinds, and the groups that rules speak of."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


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


class EventKind(TextChoices):
    """What happened to an employment."""

    JOINED = "joined", _("Joined")
    CHANGED = "changed", _("Changed")
    MOVED = "moved", _("Moved to another department")
    LEFT = "left", _("Left")
    RETURNED = "returned", _("Returned")
    ANSWERED = "answered", _("Answered by the person")
    UNDONE = "undone", _("Undone")


class EventOrigin(TextChoices):
    """By which way a change came."""

    HAND = "hand", _("By hand")
    ROSTER = "roster", _("Roster")
    APPLICATION = "application", _("Application of the organization")
    REQUEST = "request", _("Request to join")
    CORRECTION = "correction", _("Correction asked for by the person")
    PERSON = "person", _("The person")


class ApplicationState(TextChoices):
    """An organization's application: whose turn it is follows from the state (see rules.TURNS)."""

    SUBMITTED = "submitted", _("Waiting for the office")
    ASKED_BACK = "asked_back", _("The office has a question")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")


OPEN_APPLICATIONS = frozenset({ApplicationState.SUBMITTED, ApplicationState.ASKED_BACK})


class Lack(TextChoices):
    """What an organization in the register may still be without."""

    USCC = "uscc", _("no credit code")
    ADMINISTRATOR = "administrator", _("no administrator")
    HR = "hr", _("no HR")
    ROSTER = "roster", _("no roster yet")
    POSITION = "position", _("no position in a chain")
    FIELD = "field", _("no field of application")
    FIRM_CODE = "firm_code", _("no firm code")


class RequestState(TextChoices):
    """Somebody asks a firm's HR: to be let in, or to have a claim corrected."""

    WAITING = "waiting", _("Waiting for HR")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")


class NotInvited(TextChoices):
    """Why somebody gets no invitation now."""

    ANSWERED = "answered", _("has answered already")
    SAID_NO = "said_no", _("has said no within the last three months")
    ENDED = "ended", _("does not work here any more")
    TODAY = "today", _("was invited today already")
    THIS_WEEK = "this_week", _("was invited three times within seven days")
    NO_MORE_TODAY = "no_more_today", _("the organization has sent all its invitations of today")


class Unwelcome(TextChoices):
    """Why HR does not let somebody in, in words for the one who asked."""

    NOT_OURS = "not_ours", _("We do not find you among our staff.")
    CHECK_THE_NUMBER = "check_number", _("Name and number do not match our records. Check both and ask again.")
    SEE_US = "see_us", _("Please talk to our HR department in person.")


class CorrectedField(TextChoices):
    """What of a claim a person may say is wrong; HR looks and changes it."""

    NAME = "claimed_name", _("Name")
    DEPARTMENT = "department", _("Department")
    POST = "post", _("Post")
    STAFF_NO = "staff_no", _("Staff number")
    OTHER = "other", _("Something else")


NOT_CORRECTED = (
    _("Our records say the same as your contract. Please bring the paper that says otherwise."),
    _("We cannot check this. Please talk to our HR department in person."),
    _("This change takes effect later; we will enter it then."),
)
"""Ready sentences for a correction that HR does not make."""


class Audience(TextChoices):
    """To whom an announcement speaks."""

    EVERYONE = "everyone", _("Everybody in the ecosystem")
    KEEPERS = "keepers", _("HR and administrators of all organizations")
    CHAIN = "chain", _("Everybody in one chain")
    CHAIN_KEEPERS = "chain_keepers", _("HR and administrators of one chain")
    STAFF = "staff", _("Our own staff")
    DEPARTMENT = "department", _("One department of ours")


class AnnouncementState(TextChoices):
    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", pgettext_lazy("announcement", "Withdrawn")
