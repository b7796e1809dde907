"""What learning holds of a person, and why."""

from django.utils.translation import gettext_lazy as _

from privacy.inventory import (
    Basis,
    Erasure,
    Impersonal,
    Keep,
    Personal,
    declare,
    declare_json,
    head,
    not_about_a_person,
)

WHILE_HERE = Keep(
    _("while the person has an employment or a record of their own; then the row stays without the person")
)
PROOF = Keep(_("as long as the study hours count: 5 years after the year they were earned in; then without the person"))
COUNTS = _("seats, hours and certificates are counted by firm; nobody is named any more")
LEDGER = _("a ledger is only added to; nobody is named in it any more")


def of_learning(purpose, label="", because=COUNTS) -> Personal:
    return Personal(purpose, Basis.CONTRACT, WHILE_HERE, Erasure.KEEP, label=label, because=because)


def of_proof(purpose, label="", because=COUNTS) -> Personal:
    """Continuing education is a duty of professionals and their employers: MoHRSS order 25, articles 8, 19 and 21."""
    return Personal(purpose, Basis.LEGAL_DUTY, PROOF, Erasure.KEEP, label=label, because=because)


not_about_a_person("learning.CourseRun", "it points at its class manager, whose duty that is")
declare(
    "learning.Enrollment",
    "learner",
    learner=of_learning(_("to give the person a seat"), _("learner")),
    sponsor=of_learning(_("to know whose seat it is"), _("sent by")),
    state=of_learning(_("to know whether the seat is held"), _("state")),
    enrolled_at=of_learning(_("to keep the order of enrollments"), _("enrolled on")),
    completed_at=of_proof(_("to prove when the course was completed"), _("completed on")),
    withdrawn_at=of_learning(_("to know since when the seat is free"), _("withdrawn on")),
)
HOW_IT_CAME = _("to tell how the enrollment came about")
declare(
    "learning.EnrollmentEvent",
    "enrollment__learner",
    by=of_learning(_("to know who asked for the change"), _("asked for by"), LEDGER),
    from_state=of_learning(HOW_IT_CAME, _("state before"), LEDGER),
    to_state=of_learning(HOW_IT_CAME, _("state after"), LEDGER),
    at=of_learning(HOW_IT_CAME, _("moment"), LEDGER),
    actor=Impersonal("in which part the change was made: learner or house"),
    client_id=Impersonal("a random number that names one request"),
)
declare(
    "learning.ItemProgress",
    "enrollment__learner",
    opened_at=of_learning(_("to let the person go on where they were"), _("opened on")),
    completed_at=of_learning(_("to know what is missing"), _("completed on")),
    answers=Personal(
        _("to show the person their own answers"), Basis.CONTRACT, WHILE_HERE, Erasure.BLANK, label=_("answers")
    ),
)
declare_json("learning.ItemProgress.answers", {"*": of_learning(_("to show the person their own answers"))})
HOW_IT_WAS_DONE = _("to prove how the course was completed")
declare(
    "learning.LearningEvent",
    "enrollment__learner",
    kind=of_learning(HOW_IT_WAS_DONE, _("what happened"), LEDGER),
    at=of_learning(HOW_IT_WAS_DONE, _("moment"), LEDGER),
    data=of_learning(_("to prove how the course was completed: ids of answers, never words"), _("answers"), LEDGER),
    client_id=Impersonal("a random number that names one deed"),
)
declare_json(
    "learning.LearningEvent.data",
    {key: of_learning(HOW_IT_WAS_DONE, because=LEDGER) for key in ("checkpoint", "option", "right")},
)
declare(
    "learning.StudyHoursEntry",
    "person",
    person=of_proof(_("to count study hours"), _("learner"), LEDGER),
    sponsor=of_proof(_("to report study hours to the employer they were earned with"), _("sent by"), LEDGER),
    minutes=of_proof(_("to count study hours"), _("minutes"), LEDGER),
    hours=of_proof(_("to count study hours"), because=LEDGER),
    earned_on=of_proof(_("to count study hours by year"), _("earned on"), LEDGER),
    source=of_proof(_("to say how the hours were earned"), _("how it counts"), LEDGER),
    written_at=of_proof(_("to tell an entry from its correction"), _("written on"), LEDGER),
    by=of_proof(_("to know who corrected an entry"), _("corrected by"), LEDGER),
)
declare(
    "learning.Certificate",
    "enrollment__learner",
    learner_name=Personal(
        _("to name the person on the certificate"),
        Basis.CONTRACT,
        Keep(_("while the person wants it; afterwards the certificate still verifies, without a name")),
        Erasure.BLANK,
        label=_("name on the certificate"),
    ),
    sponsor_name=of_proof(_("to name the firm the person came from"), _("sent by")),
    completed_on=of_proof(_("to prove when the course was completed"), _("completed on")),
    started_on=of_proof(_("to prove when the course was held"), _("started on")),
    hours=of_proof(_("to prove what the course counts for"), _("study hours")),
    issued_at=of_proof(_("to prove when it was issued"), _("issued on")),
    revoked_at=of_proof(_("to say that it no longer holds"), _("revoked on")),
    revoked_reason=of_proof(_("to tell the person why it no longer holds"), _("why it was revoked")),
    code=Impersonal("random; only those who hold the certificate know it", _("certificate number"), shown=True),
    course_title=Impersonal("what the course is called", _("course"), shown=True),
    run_name=Impersonal("what the run is called", _("course run"), shown=True),
    hue=Impersonal("the color of the course's chain"),
    owners=Impersonal("which organizations answer for the course"),
)
declare_json(
    "learning.Certificate.owners",
    {key: Impersonal("an organization") for key in ("is_leading", "mark", "name")},
)

head("learning.Enrollment", _("Your enrollments"), "sponsor")
head("learning.EnrollmentEvent", _("How your enrollments came about"), "enrollment__sponsor")
head("learning.ItemProgress", _("How far you have come"))
head("learning.LearningEvent", _("What you did in lessons"))
head("learning.StudyHoursEntry", _("Your study hours"), "sponsor")
head("learning.Certificate", _("Your certificates"), "enrollment__sponsor")
