"""What learning holds of a person, and why."""

from privacy.inventory import Basis, Erasure, Impersonal, Personal, declare, not_about_a_person

WHILE_HERE = "while the person has an employment or a record of their own; then the row stays without the person"
PROOF = "as long as the study hours count: 5 years after the year they were earned in; then without the person"


def of_learning(purpose: str) -> Personal:
    return Personal(purpose, Basis.CONTRACT, WHILE_HERE, Erasure.BLANK)


def of_proof(purpose: str) -> Personal:
    """Continuing education is a duty of professionals and their employers: MoHRSS order 25, articles 8, 19 and 21."""
    return Personal(purpose, Basis.LEGAL_DUTY, PROOF, Erasure.BLANK)


not_about_a_person("learning.CourseRun", "it points at its class manager, whose duty that is")
declare(
    "learning.Enrollment",
    learner=of_learning("to give the person a seat"),
    sponsor=of_learning("to know whose seat it is"),
    state=of_learning("to know whether the seat is held"),
    enrolled_at=of_learning("to keep the order of enrollments"),
    completed_at=of_proof("to prove when the course was completed"),
    withdrawn_at=of_learning("to know since when the seat is free"),
)
declare(
    "learning.EnrollmentEvent",
    by=of_learning("to know who asked for the change"),
    from_state=of_learning("to tell how the enrollment came about"),
    to_state=of_learning("to tell how the enrollment came about"),
    at=of_learning("to tell how the enrollment came about"),
    actor=Impersonal("in which part the change was made: learner or house"),
    client_id=Impersonal("a random number that names one request"),
)
declare(
    "learning.ItemProgress",
    opened_at=of_learning("to let the person go on where they were"),
    completed_at=of_learning("to know what is missing"),
    answers=of_learning("to show the person their own answers"),
)
declare(
    "learning.LearningEvent",
    kind=of_learning("to prove how the course was completed"),
    at=of_learning("to prove how the course was completed"),
    data=of_learning("to prove how the course was completed: ids of answers, never words"),
    client_id=Impersonal("a random number that names one deed"),
)
declare(
    "learning.StudyHoursEntry",
    person=of_proof("to count study hours"),
    sponsor=of_proof("to report study hours to the employer they were earned with"),
    minutes=of_proof("to count study hours"),
    hours=of_proof("to count study hours"),
    earned_on=of_proof("to count study hours by year"),
    source=of_proof("to say how the hours were earned"),
    written_at=of_proof("to tell an entry from its correction"),
    by=of_proof("to know who corrected an entry"),
)
declare(
    "learning.Certificate",
    learner_name=Personal(
        "to name the person on the certificate",
        Basis.CONTRACT,
        "while the person wants it; afterwards the certificate still verifies, without a name",
        Erasure.BLANK,
    ),
    sponsor_name=of_proof("to name the firm the person came from"),
    completed_on=of_proof("to prove when the course was completed"),
    started_on=of_proof("to prove when the course was held"),
    hours=of_proof("to prove what the course counts for"),
    issued_at=of_proof("to prove when it was issued"),
    revoked_at=of_proof("to say that it no longer holds"),
    revoked_reason=of_proof("to tell the person why it no longer holds"),
    code=Impersonal("random; only those who hold the certificate know it"),
    course_title=Impersonal("what the course is called"),
    hue=Impersonal("the color of the course's chain"),
    run_name=Impersonal("what the run is called"),
    owners=Impersonal("which organizations answer for the course"),
)
