"""A character typed may become eighteen when it is normalized, or none: a sentence, never a fault of the database."""

import pytest

from ecosystem.enums import CorrectedField
from ecosystem.forms.departments import DepartmentForm
from ecosystem.forms.joining import CorrectionForm
from ecosystem.forms.office import FirstAdministratorForm
from ecosystem.forms.staff import JoinForm
from tests.factories.ecosystem import make_organization

EIGHTEEN = "\ufdfa"
UNSEEN = "\u200b"
TOO_MUCH = EIGHTEEN * 5
JOIN = {"name": "甲", "mobile": "13811112222", "kind": "primary"}


@pytest.fixture
def firm(db):
    return make_organization("余杭示例智能有限公司")


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({}, []),
        ({"name": TOO_MUCH}, ["name"]),
        ({"name": UNSEEN}, ["name"]),
        ({"number": TOO_MUCH}, ["number"]),
        ({"post": TOO_MUCH}, ["post"]),
    ],
)
def test_what_hr_types_of_a_person_fits_once_it_is_normalized(firm, typed, wrong):
    assert list(JoinForm(JOIN | typed, organization=firm).errors) == wrong


@pytest.mark.parametrize(("name", "is_valid"), [("质量部", True), (TOO_MUCH, False), (UNSEEN, False)])
def test_the_name_of_a_department_fits_too(firm, name, is_valid):
    assert DepartmentForm({"name": name}, organization=firm, branches=[]).is_valid() == is_valid


@pytest.mark.parametrize(("name", "is_valid"), [("何静", True), (TOO_MUCH, False), (UNSEEN, False)])
def test_the_name_of_a_first_administrator_fits_too(name, is_valid):
    form = FirstAdministratorForm({"admin-person": name, "admin-number": "13811112222"})
    assert form.is_valid() == is_valid


@pytest.mark.parametrize("field", [CorrectedField.NAME, CorrectedField.STAFF_NO, CorrectedField.POST])
@pytest.mark.parametrize(("wanted", "is_valid"), [("何静", True), (TOO_MUCH, False), (UNSEEN, False)])
def test_what_a_person_wants_corrected_fits_where_it_will_stand(field, wanted, is_valid):
    assert CorrectionForm({"field": field, "wanted": wanted}).is_valid() == is_valid
