"""What an import did to the staff, read from the history it left; and whom anybody has touched since."""

from dataclasses import dataclass, field
from typing import Any

from ecosystem.enums import EmploymentState, EventKind, EventOrigin
from ecosystem.models import Employment, EmploymentEvent
from talent_pool.people.models import RosterImport, SkillClaim
from talent_pool.people.rosters.department_paths import department_paths
from talent_pool.people.rosters.history import as_text

MADE = (EventKind.JOINED, EventKind.RETURNED)
BATCH = 2_000


@dataclass
class Done:
    """Employments by id: those `made`, those `changed` and those `ended`, each with `{column: [before, after]}`."""

    made: dict[int, Employment] = field(default_factory=dict)
    changed: dict[int, dict[str, list[str]]] = field(default_factory=dict)
    ended: dict[int, dict[str, list[str]]] = field(default_factory=dict)
    stand: dict[int, Employment] = field(default_factory=dict)
    last_event: int = 0

    @property
    def touched(self) -> list[int]:
        return sorted({*self.made, *self.changed, *self.ended})


def done_by(roster: RosterImport) -> Done:
    """Locks everybody the import touched, in order of ids; whoever is gone since is missing in `stand`."""
    events = EmploymentEvent.objects.filter(origin=EventOrigin.ROSTER, origin_id=roster.pk)
    told = list(events.exclude(kind=EventKind.UNDONE).values_list("pk", "employment_id", "kind", "changes"))
    ids = {employment for _pk, employment, _kind, _changes in told}
    locked = Employment.objects.filter(pk__in=ids).order_by("pk").select_for_update(no_key=True)
    done = Done(stand={employment.pk: employment for employment in locked})
    done.last_event = max((event[0] for event in told), default=0)
    for _pk, employment, kind, changes in told:
        if kind in MADE:
            done.made[employment] = done.stand[employment]
        elif kind == EventKind.LEFT:
            done.ended[employment] = changes
        else:
            done.changed[employment] = changes
    return done


def answered_since(done: Done) -> list[int]:
    """New people who have said yes or no."""
    return [pk for pk, employment in done.made.items() if employment.state != EmploymentState.PENDING]


def touched_since(roster: RosterImport, done: Done) -> list[int]:
    """Whom somebody has changed after the import: by what the history says, and by what stands."""
    later = EmploymentEvent.objects.filter(employment__in=done.touched, pk__gt=done.last_event)
    told = set(later.values_list("employment_id", flat=True))
    moved = (pk for pk in done.touched if (pk in done.made and done.made[pk].to_on is not None))
    return sorted({*told, *moved, *differing(roster, done)})


def differing(roster: RosterImport, done: Done) -> list[int]:
    """Those of whom something the import wrote does not stand any more."""
    paths = department_paths(roster.organization)
    told: dict[int, list[int]] = {}
    with_skills = [pk for pk, changes in done.changed.items() if "skills" in changes]
    for pk, skill in SkillClaim.objects.filter(employment__in=with_skills).values_list("employment_id", "skill_id"):
        told.setdefault(pk, []).append(skill)
    found = []
    for pk, changes in (*done.changed.items(), *done.ended.items()):
        employment = done.stand[pk]
        stands = {name: value_of(employment, name, paths, told) for name in changes}
        if any(stands[name] != after for name, (_before, after) in changes.items()):
            found.append(pk)
    return found


def value_of(employment: Employment, name: str, paths: dict[int, str], skills: dict[int, list[int]]) -> str:
    """A column of an employment as the history writes it."""
    if name == "skills":
        return as_text(tuple(skills.get(employment.pk, ())))
    if name == "department":
        return paths.get(employment.department_id or 0, "")
    value: Any = getattr(employment, f"{name}_id" if name in {"person", "line_manager"} else name)
    return as_text(value)
