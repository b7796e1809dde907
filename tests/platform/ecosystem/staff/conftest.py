"""A firm with an HR and a few of its people, and another firm."""

import pytest
from django.utils import timezone

from ecosystem.enums import RoleKind
from tests.factories.ecosystem import make_employment, make_organization, make_person, make_role


@pytest.fixture
def at():
    return timezone.now()


@pytest.fixture
def firm(db):
    return make_organization("余杭示例智能有限公司")


@pytest.fixture
def other_firm(db):
    return make_organization("临平示例算力有限公司")


@pytest.fixture
def hr(firm):
    person = make_person("何静")
    make_role(person, firm, RoleKind.HR)
    return person


@pytest.fixture
def employment(firm):
    return make_employment(make_person("沈知远"), firm, staff_no="A1", post="工程师")
