"""The wall around personal data: a field about a person is declared, with purpose and end, or it does not exist."""

from django.apps import apps
from django.db import models

from accounts.models import User
from privacy.inventory import INVENTORY, NOT_ABOUT_A_PERSON, Erasure, Personal

OUR_ROOTS = ("accounts", "audit", "cms", "competency", "courses.", "ecosystem", "messaging", "talent_pool.")
SAYS_NOTHING = (models.AutoField, models.BigAutoField, models.UUIDField, models.BooleanField, models.ForeignKey)


def our_models() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith(OUR_ROOTS)]


def about_people() -> set[type[models.Model]]:
    """The user, and every model of ours that points at a person, directly or through another such model."""
    found: set[type[models.Model]] = {User}
    while True:
        more = {
            model
            for model in our_models()
            if model._meta.label not in NOT_ABOUT_A_PERSON
            and any(field.related_model in found for field in model._meta.concrete_fields if field.is_relation)
        } - found
        if not more:
            return found
        found |= more


def test_every_field_about_a_person_is_declared():
    undeclared = sorted(
        f"{model._meta.label}.{field.name}"
        for model in about_people()
        for field in model._meta.concrete_fields
        if not isinstance(field, SAYS_NOTHING)
        and not field.is_relation
        and field.name not in INVENTORY.get(model._meta.label, {})
    )
    assert undeclared == []


def test_the_inventory_names_only_fields_that_exist():
    gone = [
        f"{label}.{name}"
        for label, fields in INVENTORY.items()
        for name in fields
        if name not in {field.name for field in apps.get_model(label)._meta.concrete_fields}
    ]
    assert (gone, [label for label in NOT_ABOUT_A_PERSON if not apps.get_model(label)]) == ([], [])


def test_what_is_kept_after_erasure_says_why():
    silent = [
        f"{label}.{name}"
        for label, fields in INVENTORY.items()
        for name, field in fields.items()
        if isinstance(field, Personal) and field.erasure is Erasure.KEEP and "because" not in field.keep
    ]
    assert silent == []
