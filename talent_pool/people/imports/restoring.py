"""The writes of an undo: everything an import wrote becomes what it was."""

import datetime
from typing import Any

from django.db.models import F

from accounts.models import User
from ecosystem.enums import EmploymentState, EventKind, EventOrigin, RoleKind
from ecosystem.models import Employment, EmploymentEvent, Role
from talent_pool.people.imports.reading_again import Progress
from talent_pool.people.imports.removing import remove_empty_departments, remove_unused_people
from talent_pool.people.imports.what_was_done import BATCH, Done
from talent_pool.people.models import RosterImport, SkillClaim, UnknownSkill
from talent_pool.people.rosters.carrying_out import FOLLOWING, WRITTEN
from talent_pool.people.rosters.department_paths import department_paths
from talent_pool.people.rosters.people_of_phones import only_claimed_here, rename_people
from talent_pool.people.rosters.tree import set_line_managers
from web.dates import local

A_DAY = datetime.timedelta(days=1)
NUMBERS = frozenset({"person", "line_manager", "department"})
DAYS = frozenset({"joined_on", "to_on"})
PHONE = "claimed_phone"


class Restoring:
    """In an order that no constraint objects to: what was made goes first, what it displaced comes back after."""

    def __init__(self, roster: RosterImport, done: Done, *, by: User, at: datetime.datetime, progress: Progress):
        self.roster, self.done, self.by, self.at, self.progress = roster, done, by, at, progress
        self.firm = roster.organization
        self.before: dict[str, Any] = roster.numbers.get("before", {})
        self.total = len(done.touched)
        self.written = 0
        now = {path: pk for pk, path in department_paths(self.firm).items()}
        self.departments: dict[str, int] = {**now, **self.before.get("paths", {})}

    def carry_out(self) -> None:
        """People go as soon as nothing speaks of them, so that others get their phones back."""
        self.take_roles_back()
        self.remove_made()
        self.remove_people({employment.person_id for employment in self.done.made.values()})
        self.set_aside()
        self.write_back()
        self.remove_people({int(changes["person"][1]) for changes in self.moved()})
        self.rename_back()
        self.write_skills_back()
        self.reopen()
        self.tell()
        remove_empty_departments(self.before.get("made_departments", []))
        self.write_words_back()

    def remove_people(self, ids: set[int]) -> None:
        remove_unused_people(ids, made_after=self.before.get("last_person", 0))

    def moved(self) -> list[dict[str, list[str]]]:
        """What was changed of the claims that went to another person."""
        return [changes for changes in self.done.changed.values() if "person" in changes]

    def before_of(self, name: str) -> dict[int, str]:
        return {pk: changes[name][0] for pk, changes in self.done.changed.items() if name in changes}

    def step(self, done: int) -> None:
        self.written += done
        self.progress(self.written, self.total)

    def take_roles_back(self) -> None:
        """The role of an employee that came with a made employment goes; the one that moved along moves back."""
        mine = Role.objects.filter(organization=self.firm, kind=RoleKind.EMPLOYEE, to_on=None)
        made = mine.filter(from_on=local(self.roster.committed_at).date(), granted_by=self.roster.committed_by)
        made.filter(person__in={employment.person_id for employment in self.done.made.values()}).delete()
        for changes in self.moved():
            before, after = map(int, changes["person"])
            if not mine.filter(person=before).exists():
                mine.filter(person=after).update(person=before)

    def remove_made(self) -> None:
        """Raises ProtectedError when something else stands on one of them."""
        pks = sorted(self.done.made)
        for start in range(0, len(pks), BATCH):
            batch = pks[start : start + BATCH]
            Employment.objects.filter(pk__in=batch).delete()
            self.step(len(batch))

    def set_aside(self) -> None:
        """As the import does: two may have exchanged their phones or numbers."""
        pks = [pk for pk, changes in self.done.changed.items() if {PHONE, "staff_no", "person"} & changes.keys()]
        Employment.objects.filter(pk__in=pks).update(to_on=F("from_on") + A_DAY)

    def rename_back(self) -> None:
        """People who were only ever claimed here get the phone back that was claimed before."""
        phones: dict[int, str] = {}
        for pk, changes in self.done.changed.items():
            if PHONE in changes and self.done.stand[pk].state == EmploymentState.PENDING:
                person = int(changes["person"][0]) if "person" in changes else self.done.stand[pk].person_id
                phones[person] = changes[PHONE][0]
        rename_people(phones, only_claimed_here(self.firm))

    def write_back(self) -> None:
        rows = [self.done.stand[pk] for pk in sorted(self.done.changed)]
        for employment in rows:
            employment.to_on = None
            employment.version += 1
            for name, (before, _after) in self.done.changed[employment.pk].items():
                if name not in {"skills", "line_manager"}:
                    setattr(employment, f"{name}_id" if name in NUMBERS else name, self.value(name, before))
            employment.follow_claim()
        for start in range(0, len(rows), BATCH):
            batch = rows[start : start + BATCH]
            Employment.objects.bulk_create(
                batch, update_conflicts=True, unique_fields=["id"], update_fields=[*WRITTEN, *FOLLOWING]
            )
            self.step(len(batch))
        self.write_managers_back()

    def value(self, name: str, told: str) -> Any:
        if name == "department":
            return self.departments.get(told)
        if name in NUMBERS:
            return int(told) if told else None
        if name in DAYS:
            return datetime.date.fromisoformat(told) if told else None
        return told

    def write_managers_back(self) -> None:
        told = self.before_of("line_manager")
        Employment.objects.filter(pk__in=[pk for pk, before in told.items() if not before]).update(line_manager=None)
        set_line_managers({pk: int(before) for pk, before in told.items() if before})

    def write_skills_back(self) -> None:
        told = self.before_of("skills")
        SkillClaim.objects.filter(employment__in=list(told)).delete()
        SkillClaim.objects.bulk_create(
            [
                SkillClaim(employment_id=pk, skill_id=int(skill))
                for pk, before in told.items()
                for skill in before.split(",")
                if skill
            ],
            batch_size=BATCH,
        )

    def reopen(self) -> None:
        """Refused claims that ended for another phone stand again, with the answer they got."""
        Employment.objects.filter(pk__in=list(self.done.ended)).update(to_on=None)

    def tell(self) -> None:
        EmploymentEvent.objects.bulk_create(
            [
                EmploymentEvent(
                    employment_id=pk,
                    at=self.at,
                    by=self.by,
                    kind=EventKind.UNDONE,
                    origin=EventOrigin.ROSTER,
                    origin_id=self.roster.pk,
                    changes={name: [after, before] for name, (before, after) in changes.items()},
                )
                for pk, changes in sorted({**self.done.changed, **self.done.ended}.items())
            ],
            batch_size=BATCH,
        )

    def write_words_back(self) -> None:
        for word, (before, after) in self.before.get("words", {}).items():
            met = UnknownSkill.objects.filter(organization=self.firm, text=word, seen=after)
            if before is None:
                met.delete()
            else:
                met.update(seen=before)
