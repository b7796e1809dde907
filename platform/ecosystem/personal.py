"""What a firm claims of a person, and why it is held; who asked to come in; what was announced to whom."""

from django.utils.translation import gettext_lazy as _

from privacy.inventory import (
    Basis,
    Erasure,
    Impersonal,
    Keep,
    Personal,
    also_found,
    declare,
    declare_json,
    head,
    not_about_a_person,
)

AFTER_IT_ENDED = Keep(_("24 months after the employment ended; 12 months when they never came"), "ecosystem.Employment")
COUNTS = _("it counts in the firm's numbers of past days; nobody is named any more")
DECIDED = Keep(_("30 days after the answer; 180 days when nobody answers"), "ecosystem.JoinRequest")
APPLIED = Keep(_("24 months after the decision"), "ecosystem.OrganizationApplication")
LICENCE = Keep(_("90 days after the decision"), "ecosystem.OrganizationApplication.licence")
TOLD = Keep(_("while the announcement stands"))


def claim(purpose, label="", **facts) -> Personal:
    return Personal(purpose, Basis.CONTRACT, AFTER_IT_ENDED, Erasure.BLANK, label=label, **facts)


def counted(purpose, label="") -> Personal:
    return Personal(purpose, Basis.CONTRACT, AFTER_IT_ENDED, Erasure.KEEP, label=label, because=COUNTS)


def gone(purpose, label="", keep=AFTER_IT_ENDED) -> Personal:
    """A field of a row that goes as a whole."""
    return Personal(purpose, Basis.CONTRACT, keep, Erasure.DELETE, label=label)


SOMEBODY_ELSE = {"shown": False}
declare(
    "ecosystem.Employment",
    "person",
    staff_no=claim(_("to match rosters and to sign in")),
    claimed_name=claim(_("to name the person to their own HR")),
    claimed_phone=claim(_("to match rosters and to reach the person")),
    work_email=claim(_("to reach the person")),
    post=claim(_("to offer fitting courses")),
    category=counted(_("to plan training by category")),
    title=claim(_("to plan training by professional title")),
    education=claim(_("to plan training by education")),
    joined_on=claim(_("to plan training by seniority")),
    line_manager=claim(_("to know who confirms what the person learns"), _("line manager"), **SOMEBODY_ELSE),
    from_on=counted(_("to know whom the firm answers for"), _("in force from")),
    to_on=counted(_("to end what the firm may see"), _("in force until")),
    answered_at=counted(_("to know that the person agreed"), _("answered on")),
    name_key=claim(_("to sort names"), _("pinyin of the name")),
    search_words=claim(_("to find one's own staff"), _("search words"), **SOMEBODY_ELSE),
    search_tokens=claim(_("to find one's own staff"), _("search words"), **SOMEBODY_ELSE),
    kind=Impersonal("primary or secondary employment", _("kind of employment"), shown=True),
    state=Impersonal("whether the person has answered", _("state"), shown=True),
    version=Impersonal("counts the changes"),
)
declare(
    "ecosystem.Role",
    "person",
    kind=counted(_("to decide what the person may do"), _("kind of role")),
    from_on=counted(_("to know since when"), _("in force from")),
    to_on=counted(_("to end what the person may do"), _("in force until")),
)
HISTORY = _("to tell HR how the claim came about")
declare(
    "ecosystem.EmploymentEvent",
    "employment__person",
    at=counted(HISTORY, _("moment")),
    kind=counted(HISTORY, _("what happened")),
    origin=counted(HISTORY, _("by which way")),
    changes=claim(HISTORY, _("before and after")),
    origin_id=Impersonal("the import or the request it came by, by number"),
)
CHANGED = ("claimed_name", "claimed_phone", "staff_no", "work_email", "post", "category", "title", "education")
declare_json(
    "ecosystem.EmploymentEvent.changes",
    {
        name: claim(HISTORY)
        for name in (*CHANGED, "joined_on", "moved_on", "department", "kind", "from_on", "to_on", "state")
    }
    | {
        "skills": claim(HISTORY),
        "moved_on": claim(HISTORY),
        "answered_at": claim(HISTORY),
        "person": claim(HISTORY, **SOMEBODY_ELSE),
    }
    | {"line_manager": claim(HISTORY, **SOMEBODY_ELSE)},
)
INVITED = _("to invite the person, and not too often")
declare(
    "ecosystem.Invitation",
    "employment__person",
    at=gone(INVITED, _("invited on")),
)
CORRECTED = _("to have HR correct what the person says is wrong")
declare(
    "ecosystem.CorrectionRequest",
    "employment__person",
    field=gone(CORRECTED, _("what is said to be wrong")),
    wanted=gone(CORRECTED, _("what it should be")),
    state=gone(CORRECTED, _("state")),
    answer=gone(CORRECTED, _("answer of HR")),
    asked_at=gone(CORRECTED, _("asked on")),
    answered_at=gone(CORRECTED, _("answered on")),
)
TO_JOIN = _("to let HR decide who is let in")
declare(
    "ecosystem.JoinRequest",
    "employment__person",
    name=gone(TO_JOIN, _("name of who asks"), DECIDED),
    phone=gone(TO_JOIN, _("phone of who asks"), DECIDED),
    state=gone(TO_JOIN, _("state"), DECIDED),
    asked_at=gone(TO_JOIN, _("asked on"), DECIDED),
    answer=gone(TO_JOIN, _("answer of HR"), DECIDED),
    decided_at=gone(TO_JOIN, _("answered on"), DECIDED),
)
also_found("ecosystem.JoinRequest", phone="phone")


def of_applicant(purpose, label) -> Personal:
    return Personal(purpose, Basis.CONTRACT, APPLIED, Erasure.BLANK, label=label)


OF_THE_ORGANIZATION = Impersonal("a fact about the organization that applies")
declare(
    "ecosystem.OrganizationApplication",
    applicant_name=of_applicant(_("to answer who applied"), _("name of who asks")),
    applicant_post=of_applicant(_("to know that the applicant speaks for the organization"), _("post of who asks")),
    applicant_phone=of_applicant(_("to invite the first administrator"), _("phone of who asks")),
    licence=Personal(
        _("to check that the organization exists; the licence names its legal representative"),
        Basis.CONTRACT,
        LICENCE,
        Erasure.KEEP,
        label=_("picture of the business licence"),
        because=_("it is the organization's, and goes by the clock"),
    ),
    submitted_at=Impersonal("when the organization applied", _("asked on"), shown=True),
    **dict.fromkeys(("name", "short_name", "kind", "uscc", "position", "state"), OF_THE_ORGANIZATION),
    uscc_override_reason=OF_THE_ORGANIZATION,
    question=Impersonal("what the office asks about the organization"),
    answer=Impersonal("what the organization answers"),
    decided_at=OF_THE_ORGANIZATION,
    decline_reason=Impersonal("why the office does not let the organization in"),
    asked_times=Impersonal("counts the questions of the office"),
)
also_found("ecosystem.OrganizationApplication", applicant_phone="phone")
declare(
    "ecosystem.AnnouncementReceipt",
    "person",
    read_at=gone(_("to know who has read it"), _("read on"), TOLD),
)
not_about_a_person(
    "ecosystem.Announcement", "it points at who wrote it, as a duty at work; the words are for its readers"
)
not_about_a_person("ecosystem.InvitationLink", "it points at the HR that handed it round; only its digest is kept")

head("ecosystem.Employment", _("What a firm says of you"), "organization")
head("ecosystem.Role", _("Your roles"), "organization")
head("ecosystem.EmploymentEvent", _("How that came about"), "employment__organization")
head("ecosystem.Invitation", _("Invitations to you"), "employment__organization")
head("ecosystem.CorrectionRequest", _("Corrections you asked for"), "employment__organization")
head("ecosystem.JoinRequest", _("Your requests to join"), "organization")
head("ecosystem.OrganizationApplication", _("Applications you made for an organization"))
head("ecosystem.AnnouncementReceipt", _("Announcements to you"), "organization")
