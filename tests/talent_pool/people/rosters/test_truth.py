"""Whole rosters, with every untidiness at once, come out exactly as what went in."""

import datetime

import pytest

from ecosystem.enums import EmploymentState, RoleKind
from ecosystem.models import Department, Employment, Organization, Role
from talent_pool.people.models import SkillClaim
from tests.factories import rosters
from tests.factories.rosters import Truth, make_staff

pytestmark = pytest.mark.django_db

CATEGORIES = {"研发": "rd", "管理": "management", "市场": "marketing"}
EDUCATIONS = {"博士研究生": "doctor", "硕士研究生": "master", "大学本科": "bachelor", "大学专科": "college"}
SKILL_CODES = {
    "Python、C++": {"RD-SW-001", "RD-SW-003"},
    "UVM": {"RD-IC-002"},
    "项目管理": {"MG-003"},
    "商务谈判": {"MG-036"},
}

FILES = {
    ".xlsx": rosters.clean,
    ".xls": rosters.clean_xls,
    **{
        f"{encoding} with {name}": lambda staff, encoding=encoding, sign=sign: rosters.text(staff, encoding, sign)
        for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030")
        for name, sign in (("commas", ","), ("tabs", "\t"))
    },
}


def held_by(firm: Organization) -> list[tuple]:
    """What the firm holds of its people, by staff number."""
    employments = firm.employments.select_related("department", "person").order_by("staff_no")
    return [
        (
            held.claimed_name,
            held.staff_no,
            held.claimed_phone,
            held.work_email,
            held.department.name,
            held.post,
            held.category,
            held.title,
            held.education,
            held.joined_on,
            {claim.skill.code for claim in held.skill_claims.select_related("skill")},
        )
        for held in employments
    ]


def as_held(person: dict) -> tuple:
    return (
        person["name"],
        person["staff_no"],
        f"+86{person['phone']}",
        person["email"],
        person["department"],
        person["post"],
        CATEGORIES[person["category"]],
        person["title"],
        EDUCATIONS[person["education"]],
        datetime.date.fromisoformat(person["joined_on"]),
        SKILL_CODES[person["skills"]],
    )


@pytest.mark.parametrize("kind", FILES)
def test_a_clean_roster_is_all_new_in_every_format(kind, importing, firm):
    staff = make_staff(8)
    assert importing.commit(FILES[kind](staff), firm) == Truth(1, valid=staff).outcome()
    assert held_by(firm) == [as_held(person) for person in staff]


@pytest.mark.parametrize("make_file", [rosters.untidy, rosters.gb18030])
def test_an_untidy_roster_comes_out_as_its_truth(make_file, importing, firm):
    content, truth = make_file(make_staff(24))
    assert importing.look(content, firm) == truth.outcome()
    assert importing.commit(content, firm) == truth.outcome()
    assert held_by(firm) == [as_held(person) for person in truth.valid]


def test_a_look_writes_nothing(importing, firm, everything_stored):
    content, truth = rosters.untidy(make_staff(24))
    before = everything_stored()
    assert importing.look(content, firm) == truth.outcome()
    assert everything_stored() == before


def test_imported_people_come_in_by_code_and_are_asked_first(importing, firm):
    importing.commit(rosters.clean(make_staff(3)), firm)
    people = [held.person for held in Employment.objects.select_related("person")]
    assert {
        (person.has_usable_password(), person.last_login, person.phone_verified_at, person.is_staff)
        for person in people
    } == {(False, None, None, False)}
    assert [(person.phone, person.full_name) for person in people] == [
        ("+8617700000000", ""),
        ("+8617700000001", ""),
        ("+8617700000002", ""),
    ]
    assert set(Employment.objects.values_list("state", "answered_at")) == {(EmploymentState.PENDING, None)}
    assert list(Role.objects.values_list("person", "kind", "organization", "to_on")) == [
        (person.pk, RoleKind.EMPLOYEE, firm.pk, None) for person in people
    ]


def test_each_department_is_made_once(importing, firm, other_firm):
    Department.objects.create(organization=firm, name="市场部")
    Department.objects.create(organization=other_firm, name="总经办")
    importing.commit(rosters.clean(make_staff(12)), firm)
    assert sorted(firm.departments.values_list("name", flat=True)) == sorted(rosters.DEPARTMENTS)


def test_a_resident_id_is_stored_nowhere(importing, firm, everything_stored):
    content, truth = rosters.untidy(make_staff(24))
    importing.commit(content, firm)
    stored = str(everything_stored())
    assert len(truth.valid) == SkillClaim.objects.values("employment").distinct().count()
    assert [start for start in ("3301101990", rosters.RESIDENT_ID[:10]) if start in stored] == []
