"""The office's list: what is found, what each lacks, and the file that says the same."""

import csv
import io

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from psycopg.types.range import DateRange

from ecosystem.actions import organizations
from ecosystem.enums import Lack, PositionKind, RoleKind
from ecosystem.firm_codes import codes_for
from ecosystem.models import ChainPosition, Field, Organization, Role
from ecosystem.queries.organizations import Criteria, find_organizations, lack_counts, lacks_of
from tests.factories.ecosystem import (
    LONG_AGO,
    make_chain,
    make_employment,
    make_organization,
    make_person,
    make_role,
    make_uscc,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client):
    person = make_person("卢青")
    Role.objects.create(person=person, ecosystem=make_chain().ecosystem, kind=RoleKind.OFFICE, from_on=LONG_AGO)
    client.force_login(person)
    client.cookies["language"] = "en"
    return client


def make_complete(name: str) -> Organization:
    organization = make_organization(name)
    make_role(make_person(), organization, RoleKind.ADMINISTRATOR)
    make_role(make_person(), organization, RoleKind.HR)
    ChainPosition.objects.create(
        chain=make_chain(), organization=organization, kind=PositionKind.PARTNER, period=DateRange(LONG_AGO, None)
    )
    area, _ = Field.objects.get_or_create(name="智能诊疗", defaults={"ecosystem": make_chain().ecosystem})
    organization.fields.add(area)
    return organization


def lacking(organization) -> set[str]:
    row = find_organizations(Criteria(), timezone.localdate()).get(pk=organization.pk)
    return set(lacks_of(row))


def test_what_an_organization_lacks():
    assert lacking(make_complete("齐全公司")) == set()
    bare = make_organization("空白公司", firm_code=None)
    Organization.objects.filter(pk=bare.pk).update(uscc=None)
    assert lacking(bare) == set(Lack)
    make_employment(organization=bare)
    assert lacking(bare) == set(Lack) - {Lack.ROSTER}
    counts = lack_counts(Criteria(), timezone.localdate())
    assert {lack: counts[lack] for lack in Lack} == {lack: int(lack != Lack.ROSTER) for lack in Lack}


@pytest.mark.parametrize("q", ["钱湾", "qianwan", "Qian Wan", "QWZK", "qianwanzhikong", "Qianwan Control"])
def test_it_is_found_by_name_pinyin_and_codes(q):
    wanted = make_organization("钱湾智控有限公司", name_en="Qianwan Control", firm_code="QWZK")
    make_organization("云栖电子有限公司")
    assert list(find_organizations(Criteria(q=q), timezone.localdate())) == [wanted]


def test_it_is_found_by_a_part_of_its_credit_code():
    wanted = make_organization()
    make_organization()
    assert list(find_organizations(Criteria(q=wanted.uscc[6:]), timezone.localdate())) == [wanted]


def test_filters_narrow_together(office):
    wanted, other = make_complete("甲公司"), make_complete("乙公司")
    ChainPosition.objects.filter(organization=other).update(kind=PositionKind.UPSTREAM)
    found = {"chain": make_chain().pk, "position": "partner", "field": Field.objects.get().pk, "kind": "firm"}
    page = office.get(reverse("ecosystem:office_organizations"), found)
    assert [row for row, _lacks in page.context["rows"]] == [wanted]
    assert page.context["page"].paginator.count == 1


def exported(office, ending: str, **criteria) -> list[list[str]]:
    content = office.get(reverse("ecosystem:export_organizations", args=[ending]), criteria).content
    if ending == "csv":
        assert content.startswith(b"\xef\xbb\xbf")
        return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    rows = openpyxl.load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True)
    return [[cell or "" for cell in row] for row in rows]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_file_equals_the_list(office, ending):
    for number in range(3):
        make_complete(f"齐全{number}公司")
    make_organization("缺项公司")
    for criteria in ({}, {"lacks": "hr"}, {"q": "quan", "order": "newest"}):
        listed = office.get(reverse("ecosystem:office_organizations"), criteria).context["rows"]
        rows = exported(office, ending, **criteria)
        assert [row[0] for row in rows[1:]] == [organization.name for organization, _lacks in listed]
        assert len(rows) > 1


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_no_cell_is_computed_and_nobody_is_named(office, ending):
    organization = make_complete("=HYPERLINK(1)")
    name = Role.objects.filter(organization=organization).first().person.full_name
    cells = [cell for row in exported(office, ending) for cell in row]
    assert "'=HYPERLINK(1)" in cells
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@")) or name in cell] == []


def test_the_list_asks_as_often_for_many_as_for_few(office):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            office.get(reverse("ecosystem:office_organizations"))
        return len(queries)

    make_complete("头一家")
    asked()
    few = asked()
    for number in range(8):
        make_complete(f"又一家{number}")
    assert asked() == few


def test_the_facts_are_written_and_somebody_elses_code_is_refused(office):
    organization, other = make_organization(), make_organization()
    path = reverse("ecosystem:office_organization", args=[organization.public_id])
    told = {"short_name": "新简称", "kind": "park", "uscc": organization.uscc, "firm_code": "NEWCODE"}
    assert office.post(path, told).status_code == 302
    organization.refresh_from_db()
    assert (organization.short_name, organization.kind, organization.firm_code) == ("新简称", "park", "NEWCODE")
    assert office.post(path, told | {"firm_code": other.firm_code}).status_code == 422
    assert office.post(path, told | {"uscc": organization.uscc[:17]}).status_code == 422


def test_a_group_is_joined_and_left(office):
    organization = make_organization()
    path = reverse("ecosystem:join_group", args=[organization.public_id])
    office.post(path, {"group-name": " 钱湾  集团 "})
    organization.refresh_from_db()
    assert organization.group.name == "钱湾 集团"
    office.post(path, {"leave": ""})
    organization.refresh_from_db()
    assert organization.group is None


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("钱湾智控", ["QWZK", "QWZK2"]),
        ("AI云", ["AIY", "AIY2"]),
        ("云", ["Y01", "Y02"]),
        ("（）", ["DW1", "DW2"]),
        ("重庆银行", ["CQYH", "CQYH2"]),
    ],
)
def test_firm_codes_are_initials(name, codes):
    made = codes_for(name)
    assert [next(made) for _ in codes] == codes


def test_two_of_one_name_get_two_codes():
    codes = [
        organizations.register(
            name=f"钱湾智控{number}", short_name="钱湾智控", uscc=make_uscc(88_000 + number), by=None, at=timezone.now()
        ).firm_code
        for number in range(3)
    ]
    assert codes == ["QWZK", "QWZK2", "QWZK3"]
