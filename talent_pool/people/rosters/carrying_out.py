"""The writes of an import: people, departments, employments, skills, line managers, history."""

import datetime
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.db.models import F
from django.db.models.functions import Greatest

from accounts.models import User
from ecosystem.enums import EmploymentState, RoleKind
from ecosystem.models import Employment, Organization, Role
from talent_pool.people.models import SkillClaim
from talent_pool.people.rosters.history import History
from talent_pool.people.rosters.matching import FACTS, Change, Plan
from talent_pool.people.rosters.people_of_phones import find_or_make_people, only_claimed_here, rename_people
from talent_pool.people.rosters.reading import Progress
from talent_pool.people.rosters.rows import Row
from talent_pool.people.rosters.tree import make_departments, write_line_managers
from web.dates import local

BATCH = 1_000
A_DAY = datetime.timedelta(days=1)


class Import:
    """The writes of one commit, in bulk and in an order that no constraint objects to."""

    def __init__(
        self,
        organization: Organization,
        *,
        by: User | None,
        at: datetime.datetime,
        origin_id: int | None = None,
        progress: Progress | None = None,
    ):
        self.organization, self.by, self.at = organization, by, at
        self.today = local(at).date()
        self.history = History(organization, by=by, at=at, origin_id=origin_id)
        self.progress = progress
        self.done = self.total = 0
        self.departments: dict[str, int] = {}
        self.meanings: dict[str, str] = {}

    def carry_out(self, plan: Plan) -> list[Employment]:
        """Returns the employments made: those of new people first, in the order of `plan.new`."""
        refused = [change for change in plan.changed if is_corrected_refusal(change)]
        kept = [change for change in plan.changed if not is_corrected_refusal(change)]
        moves = [change for change in kept if follows_its_phone(change)]
        rows = [*plan.new, *map(claimed_anew, refused)]
        self.total = len(rows) + len(kept)
        self.meanings = plan.departments
        self.departments = make_departments(self.organization, departments_of(plan))
        people = self.find_people(rows, leaving=[*moves, *refused], moves=moves)
        self.end(refused)
        self.set_aside(kept)
        moved = {change.held.pk: people[change.row.phone] for change in moves}
        self.write_changes(kept, moved)
        self.move_roles(moves, people)
        made = self.write_new(rows, people)
        self.write_skills(kept, rows, made)
        write_line_managers(plan, kept, dict(zip((row.number for row in rows), made, strict=True)), refused)
        self.history.write(kept, moved, refused, made)
        return made

    def step(self, done: int) -> None:
        """Tell how much is written."""
        self.done += done
        if self.progress:
            self.progress(self.done, self.total)

    def find_people(self, rows: list[Row], *, leaving: list[Change], moves: list[Change]) -> dict[str, int]:
        """Phone to user id for everybody who needs a person.

        Who was only ever claimed here and has not come keeps their row under the new phone. Nobody else's sign-in
        phone is touched: a firm that writes another number into its roster changes its claim and nothing more.
        """
        mine = Employment.objects.current().filter(organization=self.organization)
        staying = set(mine.exclude(pk__in=[change.held.pk for change in leaving]).values_list("person_id", flat=True))
        rename_people(
            {change.held.person_id: change.row.phone for change in moves}, only_claimed_here(self.organization)
        )
        phones = [row.phone for row in (*rows, *(change.row for change in moves))]
        return find_or_make_people(phones, staying=staying)

    def end(self, refused: list[Change]) -> None:
        Employment.objects.filter(pk__in=[change.held.pk for change in refused]).update(
            to_on=Greatest(F("from_on") + A_DAY, self.today)
        )

    def set_aside(self, changes: list[Change]) -> None:
        """End, until they are written again, the employments whose phone, number or person changes: two may exchange
        theirs, and the database compares each row with the others as it comes.
        """
        pks = [change.held.pk for change in changes if {"phone", "staff_no"} & change.fields.keys()]
        Employment.objects.filter(pk__in=pks).update(to_on=F("from_on") + A_DAY)

    def write_changes(self, changes: list[Change], people: dict[int, int]) -> None:
        stood = Employment.objects.in_bulk([change.held.pk for change in changes])
        for change in changes:
            employment = stood[change.held.pk]
            employment.to_on = None
            employment.version += 1
            self.set_facts(employment, change.fields)
            if employment.pk in people:
                employment.person_id = people[employment.pk]
                employment.state, employment.answered_at = EmploymentState.PENDING, None
            employment.follow_claim()
        for batch in batched(stood.values(), BATCH):
            Employment.objects.bulk_create(
                batch, update_conflicts=True, unique_fields=["id"], update_fields=[*WRITTEN, *FOLLOWING]
            )
            self.step(len(batch))

    def set_facts(self, employment: Employment, facts: dict[str, Any]) -> None:
        """Write fields of a row, those that are given, into the employment."""
        for name in FACTS.keys() & facts.keys():
            if name == "department":
                employment.department_id = self.departments.get(self.meanings.get(facts[name], facts[name]))
            else:
                setattr(employment, FACTS[name], facts[name])

    def move_roles(self, moves: list[Change], people: dict[str, int]) -> None:
        """The role of an employee goes where the employment goes; in practice a handful of corrected numbers."""
        mine = Role.objects.filter(organization=self.organization, kind=RoleKind.EMPLOYEE, to_on=None)
        for change in moves:
            person = people[change.row.phone]
            if person != change.held.person_id and not mine.filter(person=person).exists():
                mine.filter(person=change.held.person_id).update(person=person)

    def write_new(self, rows: list[Row], people: dict[str, int]) -> list[Employment]:
        made = [self.new_employment(row, people[row.phone]) for row in rows]
        for batch in batched(made, BATCH):
            Employment.objects.bulk_create(batch)
            self.step(len(batch))
        Role.objects.bulk_create(
            [
                Role(
                    person_id=employment.person_id,
                    kind=RoleKind.EMPLOYEE,
                    organization=self.organization,
                    from_on=self.today,
                    granted_by=self.by,
                )
                for employment in made
            ],
            batch_size=BATCH,
            ignore_conflicts=True,
        )
        return made

    def new_employment(self, row: Row, person: int) -> Employment:
        employment = Employment(person_id=person, organization=self.organization, from_on=self.today)
        self.set_facts(employment, {name: getattr(row, name) for name in FACTS})
        employment.follow_claim()
        return employment

    def write_skills(self, changes: list[Change], rows: list[Row], made: list[Employment]) -> None:
        told = [(change.held.pk, change.row.skills) for change in changes if "skills" in change.fields]
        SkillClaim.objects.filter(employment__in=[pk for pk, _ in told]).delete()
        told += [(employment.pk, row.skills) for row, employment in zip(rows, made, strict=True)]
        SkillClaim.objects.bulk_create(
            [SkillClaim(employment_id=pk, skill_id=skill) for pk, skills in told for skill in skills],
            batch_size=5 * BATCH,
        )


WRITTEN = list(FACTS.values())
FOLLOWING = ["person", "state", "answered_at", "to_on", "version", "name_key", "search_words"]


def departments_of(plan: Plan) -> set[str]:
    """The paths that people are written into."""
    return {change.fields["department"] for change in plan.changed if "department" in change.fields} | {
        plan.departments[row.department] for row in plan.new if row.department
    }


def batched(rows: Iterable[Employment], size: int) -> Iterator[list[Employment]]:
    """As itertools.batched of Python 3.12."""
    waiting = iter(rows)
    while batch := list(islice(waiting, size)):
        yield batch


def follows_its_phone(change: Change) -> bool:
    """A claim nobody has answered goes to whoever holds the phone that the firm names now."""
    return "phone" in change.fields and change.held.state == EmploymentState.PENDING


def is_corrected_refusal(change: Change) -> bool:
    """Somebody said no, and the firm names another phone: perhaps the first one was a stranger's."""
    return "phone" in change.fields and change.held.state == EmploymentState.REFUSED


def claimed_anew(change: Change) -> Row:
    """What the firm claims of the person it meant, as a row of its own: what was held, and what the row says now.

    The refused employment ends with the answer it got; the person behind the other phone is asked afresh.
    """
    facts = {name: value for name, value in change.held.facts.items() if value}
    facts |= {name: value for name, value in change.fields.items() if name in FACTS}
    return Row(change.row.number, **facts, skills=change.row.skills or tuple(change.held.skills))
