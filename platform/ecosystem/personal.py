"""What a firm claims of a person, and why it is held."""

from privacy.inventory import Basis, Erasure, Impersonal, Personal, declare

AS_EMPLOYER = Basis.CONTRACT
UNTIL = "24 months after the employment ended; 12 months when the person never came"


def claim(purpose: str) -> Personal:
    return Personal(purpose, AS_EMPLOYER, UNTIL, Erasure.BLANK)


declare(
    "ecosystem.Employment",
    staff_no=claim("to match rosters and to sign in"),
    claimed_name=claim("to name the person to their own HR"),
    claimed_phone=claim("to match rosters and to reach the person"),
    work_email=claim("to reach the person"),
    post=claim("to offer fitting courses"),
    category=claim("to plan training by category"),
    title=claim("to plan training by professional title"),
    education=claim("to plan training by education"),
    joined_on=claim("to plan training by seniority"),
    from_on=claim("to know whom the firm answers for"),
    to_on=claim("to end what the firm may see"),
    answered_at=claim("to know that the person agreed"),
    kind=Impersonal("primary or secondary employment"),
    state=Impersonal("whether the person has answered"),
)
declare(
    "ecosystem.Role",
    kind=claim("to decide what the person may do"),
    from_on=claim("to know since when"),
    to_on=claim("to end what the person may do"),
)
