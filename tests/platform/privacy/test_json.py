"""What is really written into JSON about a person is what was declared."""

import datetime

import pytest
from django.apps import apps
from django.db.models import JSONField

from ecosystem.actions import staff
from ecosystem.models import Department
from privacy.inventory import ALSO_FOUND, INSIDE, PATHS
from tests.factories.ecosystem import make_organization, make_person
from tests.platform.privacy.world import A_DAY, AT, make_somebody

pytestmark = pytest.mark.django_db


def undeclared_keys() -> set[str]:
    """Keys found in the database that no declaration names."""
    found = set()
    for label in {*PATHS, *ALSO_FOUND}:
        model = apps.get_model(label)
        for field in model._meta.concrete_fields:
            if isinstance(field, JSONField):
                known = INSIDE[f"{label}.{field.name}"]
                for value in model._base_manager.values_list(field.name, flat=True):
                    found |= {f"{label}.{field.name}.{key}" for key in keys_of(value) if not {key, "*"} & set(known)}
    return {path for path in found if not (path.startswith("audit.") and path.endswith(("_id", "_ids")))}


def keys_of(value) -> set[str]:
    if isinstance(value, list):
        return {key for part in value for key in keys_of(part)}
    return set(value) if isinstance(value, dict) else set()


def test_what_hr_does_to_its_people():
    firm, hr = make_organization(), make_person("何管事")
    department = Department.objects.create(organization=firm, name="研发部")
    deed = {"by": hr, "at": AT}
    manager = staff.join(organization=firm, name="尉迟雪", phone="+8613800009999", **deed)
    held = staff.join(
        organization=firm,
        name="单立新",
        phone="+8613800008888",
        department=department,
        staff_no="E1",
        post="工程师",
        work_email="a@example.com",
        category="rd",
        title="工程师",
        education="bachelor",
        joined_on=datetime.date(2020, 1, 1),
        line_manager=manager,
        **deed,
    )
    fields = {"claimed_phone": "+8613800007777", "claimed_name": "单立鑫", "kind": "secondary"}
    held = staff.change(employment=held, version=None, fields=fields, **deed)
    held = staff.move(employment=held, on=(AT + 0 * A_DAY).date(), department=None, line_manager=None, **deed)
    held = staff.leave(employment=held, **deed)
    staff.come_back(employment=held, **deed)
    assert undeclared_keys() == set()


def test_what_is_held_of_somebody():
    make_somebody("单立新", make_organization())
    assert undeclared_keys() == set()
