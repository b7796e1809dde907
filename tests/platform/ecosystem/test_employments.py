import datetime

import pytest
from django.db import IntegrityError, transaction

from audit.models import AuditEntry, OutboxMessage
from ecosystem import queries, rules
from ecosystem.actions import employments
from ecosystem.enums import EmploymentState, RoleKind
from ecosystem.models import Employment, Role
from ecosystem.names import readable_names
from tests.factories.ecosystem import make_employment, make_organization, make_person, make_role

pytestmark = pytest.mark.django_db
AT = datetime.datetime(2026, 11, 25, 8, tzinfo=datetime.UTC)
TODAY = datetime.date(2026, 11, 25)


def test_confirming_sets_the_name_and_leaves_audit_and_outbox():
    person = make_person("")
    claim = make_employment(person, claimed_name="沈知远", state=EmploymentState.PENDING)
    employments.confirm(employment=claim, name=" 沈 知远 ", by=person, at=AT)
    claim.refresh_from_db()
    person.refresh_from_db()
    assert (claim.state, claim.answered_at, person.full_name) == (EmploymentState.CONFIRMED, AT, "沈知远")
    assert AuditEntry.objects.values_list("verb", "by_id", "for_org_id").get() == (
        "ecosystem.employment_confirmed",
        person.pk,
        claim.organization_id,
    )
    assert OutboxMessage.objects.get().ids == {"employment_id": claim.pk}


def test_a_claim_is_answered_once_and_only_by_its_person():
    claim = make_employment(state=EmploymentState.PENDING)
    with pytest.raises(rules.NotAllowed):
        employments.confirm(employment=claim, name="别人", by=make_person("别人"), at=AT)
    employments.refuse(employment=claim, by=claim.person, at=AT)
    with pytest.raises(rules.NotAllowed):
        employments.confirm(employment=claim, name="沈知远", by=claim.person, at=AT)
    assert Employment.objects.get().state == EmploymentState.REFUSED


def test_one_staff_number_names_one_current_person_of_a_firm():
    firm = make_organization()
    make_employment(organization=firm, staff_no="E1")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_employment(organization=firm, staff_no="E1")


def test_staff_number_lookup_needs_the_right_firm():
    firm, other = make_organization(firm_code="QWZK"), make_organization(firm_code="TXSL")
    employment = make_employment(organization=firm, staff_no="E00001")
    make_employment(organization=other, staff_no="E00001", state=EmploymentState.REFUSED)
    found = [queries.find_person_by_staff_no(code, "e00001") for code in ("QWZK", "TXSL", "NONE")]
    assert found == [employment.person, None, None]


def test_only_own_hr_reads_a_name():
    employment = make_employment(make_person("沈知远"))
    person, firm = employment.person, employment.organization
    hr, other_hr, colleague = make_person("顾敏"), make_person("陆安"), make_person("江遥")
    other_firm = make_organization()
    make_employment(hr, firm)
    make_employment(other_hr, other_firm)
    make_role(hr, firm)
    make_role(other_hr, other_firm)
    make_employment(colleague, firm)
    read = [
        readable_names(viewer=viewer, people=[person.pk], day=TODAY) for viewer in (hr, other_hr, colleague, person)
    ]
    assert read == [{person.pk: "沈知远"}, {}, {}, {person.pk: "沈知远"}]


@pytest.mark.parametrize(
    ("facts", "held"),
    [
        ({}, {RoleKind.HR}),
        ({"to_on": TODAY}, set()),
        ({"state": EmploymentState.PENDING}, set()),
        ({"state": EmploymentState.REFUSED}, set()),
    ],
    ids=["employed", "left today", "not answered", "refused"],
)
def test_a_role_for_a_firm_ends_with_the_employment_there(facts, held):
    hr, colleague = make_person("顾敏"), make_employment()
    firm = colleague.organization
    make_employment(hr, firm, **facts)
    make_role(hr, firm)
    read = readable_names(viewer=hr, people=[colleague.person_id], day=TODAY)
    kinds = set(Role.objects.on(TODAY).filter(person=hr).values_list("kind", flat=True))
    assert (kinds, bool(read)) == (held, bool(held))
