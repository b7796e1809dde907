"""A roster looked at, and a roster carried out: all of it in one transaction, or nothing."""

import datetime
from collections import Counter
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.db.models import F
from django.db.models.functions import Greatest
from django.utils.translation import gettext as _

import audit
from accounts.models import User
from audit import outbox
from ecosystem.actions import organizations
from ecosystem.enums import EmploymentState, RoleKind
from ecosystem.models import Department, Employment, Organization, Role
from ecosystem.uscc import normalize_uscc
from talent_pool.people.models import SkillClaim, UnknownSkill
from talent_pool.people.rosters.matching import FACTS, Change, Plan, plan_import
from talent_pool.people.rosters.outcome import Outcome
from talent_pool.people.rosters.people_of_phones import find_or_make_people, only_claimed_here, rename_people
from talent_pool.people.rosters.reading import Roster
from talent_pool.people.rosters.rows import Row
from web.dates import local

BATCH = 1_000
A_DAY = datetime.timedelta(days=1)


class FirmRefused(Exception):
    """A sentence that says why a roster has no firm to go to."""


def preview_roster(*, roster: Roster, organization: Organization | None) -> Outcome:
    """What a commit would do now. Writes nothing; a firm that does not exist yet has no staff."""
    return Outcome.of(roster, plan_import(roster, organization))


@transaction.atomic
def commit_roster(*, roster: Roster, organization: Organization, by: User | None, at: datetime.datetime) -> Outcome:
    """Carry the roster out and return what was done: the same as a look just before would have told.

    New people get an employment that waits for their yes and the role of an employee; whoever a phone already signs
    in gets one more employment and nothing else of theirs is read or written. One import at a time per firm.
    """
    Organization.objects.select_for_update(no_key=True).get(pk=organization.pk)
    hold_staff(organization)
    plan = plan_import(roster, organization)
    outcome = Outcome.of(roster, plan)
    write_unknown_skills(roster, organization)
    if plan.new or plan.changed:
        made = Import(organization, by=by, at=at).carry_out(plan)
        audit.record(
            by=by,
            for_org=organization,
            verb="people.roster_committed",
            subject=organization,
            at=at,
            **outcome.numbers,
            new_ids=[employment.pk for employment in made],
            changed={change.held.pk: sorted(change.fields) for change in plan.changed},
        )
        outbox.post("people.roster_committed", organization_id=organization.pk)
    return outcome


@transaction.atomic
def find_or_register_firm(*, uscc: str, name: str | None, by: User | None, at: datetime.datetime) -> Organization:
    """The firm with this code; registered under the name when there is none.

    Raises FirmRefused without a name, or when another organization bears it; UsccRefused for a code that cannot be.
    """
    code = normalize_uscc(uscc)
    with connection.cursor() as cursor:  # two first imports at once: the second finds what the first registered
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"firm {code}"])
    if firm := Organization.objects.filter(uscc=code).first():
        return firm
    code = organizations.check_uscc(uscc)
    if not name:
        raise FirmRefused(_("No firm is registered under %(code)s; say its name to register it.") % {"code": code})
    try:
        with transaction.atomic():
            return organizations.register(name=name, uscc=code, by=by, at=at)
    except IntegrityError as taken:
        raise FirmRefused(
            _("%(name)s is registered already, and not under %(code)s.") % {"name": name, "code": code}
        ) from taken


def write_unknown_skills(roster: Roster, organization: Organization) -> None:
    """Keep the words of this roster that no skill is known by, with how many people they stand beside."""
    seen = Counter(word for row in roster.rows for word in row.unknown_skills)
    known = dict(UnknownSkill.objects.filter(organization=organization).values_list("text", "seen"))
    UnknownSkill.objects.bulk_create(
        [
            UnknownSkill(organization=organization, text=word, seen=count)
            for word, count in sorted(seen.items())
            if known.get(word) != count
        ],
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["organization", "text"],
        update_fields=["seen"],
    )


def hold_staff(organization: Organization) -> None:
    """Have everybody's yes or no wait until the import is through, so that none is overwritten by what stood before."""
    staff = Employment.objects.current().filter(organization=organization)
    list(staff.order_by("pk").select_for_update(no_key=True).values_list("pk"))


class Import:
    """The writes of one commit, in bulk and in an order that no constraint objects to."""

    def __init__(self, organization: Organization, *, by: User | None, at: datetime.datetime):
        self.organization, self.by, self.at = organization, by, at
        self.today = local(at).date()
        self.departments: dict[str, int] = {}

    def carry_out(self, plan: Plan) -> list[Employment]:
        """Returns the employments made: those of new people first, in the order of `plan.new`."""
        refused = [change for change in plan.changed if is_corrected_refusal(change)]
        kept = [change for change in plan.changed if not is_corrected_refusal(change)]
        moves = [change for change in kept if follows_its_phone(change)]
        rows = [*plan.new, *map(claimed_anew, refused)]
        self.make_departments([*rows, *(change.row for change in kept)])
        people = self.find_people(rows, leaving=[*moves, *refused], moves=moves)
        self.end(refused)
        self.set_aside(kept)
        self.write_changes(kept, {change.held.pk: people[change.row.phone] for change in moves})
        self.move_roles(moves, people)
        made = self.write_new(rows, people)
        self.write_skills(kept, rows, made)
        return made

    def make_departments(self, rows: list[Row]) -> None:
        names = sorted({row.department for row in rows if row.department})
        Department.objects.bulk_create(
            [Department(organization=self.organization, name=name) for name in names], ignore_conflicts=True
        )
        top = Department.objects.filter(organization=self.organization, parent=None)
        self.departments = dict(top.values_list("name", "pk"))

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
            self.set_facts(employment, change.fields)
            if employment.pk in people:
                employment.person_id = people[employment.pk]
                employment.state, employment.answered_at = EmploymentState.PENDING, None
        Employment.objects.bulk_create(
            stood.values(),
            batch_size=BATCH,
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=[*WRITTEN, "department", "person", "state", "answered_at", "to_on"],
        )

    def set_facts(self, employment: Employment, facts: dict[str, Any]) -> None:
        """Write fields of a row, those that are given, into the employment."""
        for name in FACTS.keys() & facts.keys():
            if name == "department":
                employment.department_id = self.departments.get(facts[name])
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
        Employment.objects.bulk_create(made, batch_size=BATCH)
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
        return employment

    def write_skills(self, changes: list[Change], rows: list[Row], made: list[Employment]) -> None:
        told = [(change.held.pk, change.row.skills) for change in changes if "skills" in change.fields]
        SkillClaim.objects.filter(employment__in=[pk for pk, _ in told]).delete()
        told += [(employment.pk, row.skills) for row, employment in zip(rows, made, strict=True)]
        SkillClaim.objects.bulk_create(
            [SkillClaim(employment_id=pk, skill_id=skill) for pk, skills in told for skill in skills],
            batch_size=5 * BATCH,
        )


WRITTEN = [column for name, column in FACTS.items() if name != "department"]


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
