"""Which rows are about a person, and about whom a row is."""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import Field, Model, Q, QuerySet

from privacy.inventory import ALSO_FOUND, INVENTORY, PATHS


def field_of(model: type[Model], name: str) -> Field:
    """A column of the model."""
    return next(field for field in model._meta.concrete_fields if field.name == name)


def models_about_people() -> Iterator[tuple[str, type[Model]]]:
    """In one fixed order, so that two who lock rows never wait for each other."""
    for label in sorted(INVENTORY):
        if label in PATHS or label in ALSO_FOUND:
            yield label, apps.get_model(label)


def models_to_read() -> list[tuple[str, type[Model]]]:
    """The same in the order in which a person reads them: the account, then as the rooms declare them."""
    declared = list(INVENTORY)
    return sorted(models_about_people(), key=lambda pair: (PATHS.get(pair[0]) != "", declared.index(pair[0])))


def rows_of(label: str, person) -> QuerySet:
    """The rows of one model about the person, in the order of their ids.

    By phone only when the person has proved to hold it: a number typed by anybody is no proof.
    """
    rows = apps.get_model(label)._base_manager.order_by("pk")
    mine = rows.filter(**{PATHS[label] or "pk": person.pk}) if label in PATHS else rows.none()
    by = also_found_by(label, person)
    if not by:
        return mine
    return rows.filter(Q(pk__in=mine.values("pk")) | Q(pk__in=rows.filter(**by).values("pk")))


def also_found_by(label: str, person) -> dict[str, str]:
    wanted = {lookup: getattr(person, field) for lookup, field in ALSO_FOUND.get(label, {}).items()}
    return wanted if all(wanted.values()) and person.phone_verified_at else {}
