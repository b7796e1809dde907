"""Which rows are about a person, and about whom a row is."""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import Model, QuerySet

from privacy.inventory import ALSO_FOUND, INVENTORY, PATHS


def models_about_people() -> Iterator[tuple[str, type[Model]]]:
    """In one fixed order, so that two who lock rows never wait for each other."""
    for label in sorted(INVENTORY):
        if label in PATHS or label in ALSO_FOUND:
            yield label, apps.get_model(label)


def rows_of(label: str, person) -> QuerySet:
    """The rows of one model about the person, in the order of their ids.

    By phone only when the person has proved to hold it: a number typed by anybody is no proof.
    """
    model = apps.get_model(label)
    found = [{PATHS[label] or "pk": person.pk}] if label in PATHS else []
    found += [by] if (by := also_found_by(label, person)) else []
    rows = model._base_manager.order_by("pk")
    return rows.filter(pk__in=[pk for way in found for pk in rows.filter(**way).values_list("pk", flat=True)])


def also_found_by(label: str, person) -> dict[str, str]:
    wanted = {lookup: getattr(person, field) for lookup, field in ALSO_FOUND.get(label, {}).items()}
    return wanted if all(wanted.values()) and person.phone_verified_at else {}
