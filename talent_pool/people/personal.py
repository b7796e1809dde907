"""What this room holds of a person, and why."""

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

WITH_THE_CLAIM = Keep(_("24 months after the employment ended; 12 months when they never came"), "ecosystem.Employment")
WITH_THE_FILE = Keep(_("30 days after the file was uploaded"), "people.RosterImport.file")


def claimed(purpose, label) -> Personal:
    return Personal(purpose, Basis.CONTRACT, WITH_THE_CLAIM, Erasure.DELETE, label=label)


def in_a_file(purpose, label="", **facts) -> Personal:
    return Personal(purpose, Basis.CONTRACT, WITH_THE_FILE, Erasure.DELETE, label=label, **facts)


not_about_a_person("people.UnknownSkill", "a word on a firm's roster; it says of nobody that they have the skill")
not_about_a_person("people.RosterWord", "what a firm means by a word on its rosters")
not_about_a_person(
    "people.RosterImport",
    "it points at the HR that brought the file, as a duty at work; the file itself goes after 30 days",
)
declare(
    "people.SkillClaim",
    "employment__person",
    skill=claimed(_("to offer fitting courses"), _("skill")),
)
ASKED = _("to ask HR whether the person has left")
declare(
    "people.LeaverProposal",
    "employment__person",
    state=claimed(ASKED, _("state")),
    proposed_at=claimed(ASKED, _("asked on")),
    decided_at=claimed(ASKED, _("answered on")),
)
LOOKED_AT = _("to let HR check a roster before it is written")
declare(
    "people.RosterRow",
    facts=in_a_file(LOOKED_AT, _("row on the roster")),
    changes=in_a_file(LOOKED_AT, _("before and after")),
    faults=in_a_file(LOOKED_AT, _("to be corrected")),
    number=Impersonal("where the row stands in the file"),
    result=Impersonal("what the import would do with the row"),
)
also_found("people.RosterRow", facts__phone="phone", facts__name="full_name")
A_CELL = in_a_file(LOOKED_AT)
CELLS = {
    **dict.fromkeys(
        ("name", "staff_no", "phone", "email", "department", "post", "category", "title", "education"), A_CELL
    ),
    **dict.fromkeys(("joined_on", "kind", "skills", "unknown_skills"), A_CELL),
    "line_manager": in_a_file(LOOKED_AT, shown=False),
}
declare_json("people.RosterRow.facts", CELLS)
declare_json("people.RosterRow.changes", CELLS)
declare_json("people.RosterRow.faults", dict.fromkeys(("field", "column", "kind", "value"), A_CELL))

head("people.SkillClaim", _("Skills a firm says you have"), "employment__organization")
head("people.LeaverProposal", _("Whether you have left, as HR was asked"), "employment__organization")
head("people.RosterRow", _("Your row on a roster on its way in"), "roster_import__organization")
