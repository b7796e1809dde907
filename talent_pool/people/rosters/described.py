"""How each column was understood, in a sentence each, for the screen that shows it to HR."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from talent_pool.people.rosters.faults import Fault, FaultKind
from talent_pool.people.rosters.matching import Plan
from talent_pool.people.rosters.reading import Roster

MOST_WORDS = 2


@dataclass(frozen=True)
class SeenColumn:
    """`field` is "" for a column that is not used; `is_left_out` says that it was never read."""

    place: int
    header: str
    samples: tuple[str, ...]
    field: str
    understood: str
    is_doubt: bool = False
    is_left_out: bool = False
    suggestion: str = ""


def described(roster: Roster, plan: Plan) -> list[SeenColumn]:
    """Every column with a header: those that are read and those that are not used, from the left; then those that
    are never read.
    """
    columns = roster.columns
    faults: dict[str, list[Fault]] = {}
    for fault in plan.faults:
        faults.setdefault(fault.field, []).append(fault)
    seen = [
        SeenColumn(
            place,
            columns.headers[name],
            columns.samples.get(name, ()),
            name,
            _("; ").join(filter(None, [SENTENCES[name](roster, plan), troubles(faults.get(name, []))])),
            is_doubt=bool(faults.get(name)) or has_doubt(roster, name),
        )
        for name, place in columns.places.items()
    ]
    seen += [
        SeenColumn(one.place, one.header, one.samples, "", _("not used"), suggestion=one.suggestion)
        for one in columns.unknown
    ]
    never = [SeenColumn(-1, header, (), "", never_read(), is_left_out=True) for header in columns.left_out]
    return [*sorted(seen, key=lambda one: one.place), *never]


def never_read() -> str:
    return _("This column was not read at all; such data are not stored here.")


def has_doubt(roster: Roster, name: str) -> bool:
    return name == "skills" and any(row.unknown_skills for row in roster.rows)


def troubles(faults: list[Fault]) -> str:
    """What could not be understood: the words with their rows, or how many cells."""
    words = Counter(fault.value for fault in faults if fault.kind == FaultKind.UNKNOWN_CHOICE and fault.value)
    told = [
        ngettext("“%(word)s” cannot be told in %(count)s row", "“%(word)s” cannot be told in %(count)s rows", count)
        % {"word": word, "count": count}
        for word, count in words.most_common(MOST_WORDS)
    ]
    others = len(faults) - sum(words.values()) if len(words) <= MOST_WORDS else len(faults)
    if others and not told:
        told.append(
            ngettext("%(count)s cell to be corrected", "%(count)s cells to be corrected", others) % {"count": others}
        )
    return _("; ").join(told)


def distinct(roster: Roster, name: str) -> int:
    return len({getattr(row, name) for row in (*roster.rows, *roster.faulty_rows)} - {"", None, ()})


def as_written(roster: Roster, plan: Plan) -> str:
    return _("as written")


def tidied(sentence: Callable[[], str], name: str) -> Callable[[Roster, Plan], str]:
    return lambda roster, plan: sentence() if "tidied" in roster.notes.of(name) else _("as written")


def departments(roster: Roster, plan: Plan) -> str:
    meant = set(plan.departments.values()) - {""}
    new = len(meant - set(plan.known_departments.values()))
    told = ngettext("%(count)s department", "%(count)s departments", len(meant)) % {"count": len(meant)}
    if not new or not plan.known_departments:
        return told
    return _("%(departments)s, %(new)s of them new") % {"departments": told, "new": new}


def categories(roster: Roster, plan: Plan) -> str:
    count = distinct(roster, "category")
    return ngettext("%(count)s kind was recognized", "%(count)s kinds were recognized", count) % {"count": count}


def titles(roster: Roster, plan: Plan) -> str:
    count = distinct(roster, "title")
    return ngettext("%(count)s title", "%(count)s titles", count) % {"count": count}


def educations(roster: Roster, plan: Plan) -> str:
    count = distinct(roster, "education")
    return ngettext("%(count)s level of the national standard", "%(count)s levels of the national standard", count) % {
        "count": count
    }


def days(roster: Roster, plan: Plan) -> str:
    ways = len(roster.notes.of("joined_on"))
    return ngettext("one way of writing days was read", "%(count)s ways of writing days were read", ways) % {
        "count": ways
    }


def skills(roster: Roster, plan: Plan) -> str:
    known = len({skill for row in roster.rows for skill in row.skills})
    unknown = Counter(word for row in roster.rows for word in row.unknown_skills)
    told = ngettext("%(count)s skill was recognized", "%(count)s skills were recognized", known) % {"count": known}
    if not unknown:
        return told
    words = _(", ").join(_("“%(word)s”") % {"word": word} for word, _count in unknown.most_common(MOST_WORDS))
    if len(unknown) > MOST_WORDS:
        words = _("%(words)s and %(count)s more") % {"words": words, "count": len(unknown) - MOST_WORDS}
    waiting = ngettext("%(words)s waits for review", "%(words)s wait for review", len(unknown))
    return _("; ").join([told, waiting % {"words": words}])


def managers(roster: Roster, plan: Plan) -> str:
    count = len(set(plan.managers.values()))
    return ngettext("%(count)s line manager was found", "%(count)s line managers were found", count) % {"count": count}


SENTENCES: dict[str, Callable[[Roster, Plan], str]] = {
    "name": tidied(lambda: _("spaces and the dots in names are written one way"), "name"),
    "staff_no": tidied(lambda: _("spaces are taken out"), "staff_no"),
    "phone": tidied(lambda: _("full-width digits, spaces and country codes were read"), "phone"),
    "email": as_written,
    "department": departments,
    "post": as_written,
    "category": categories,
    "title": titles,
    "education": educations,
    "joined_on": days,
    "skills": skills,
    "line_manager": managers,
}
