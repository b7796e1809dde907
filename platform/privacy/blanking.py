"""What erasure writes into a row: nothing where something stood, and JSON without the keys that speak of a person."""

from typing import Any

from django.apps import apps
from django.db.models import FileField, GeneratedField, JSONField, Model, QuerySet

from privacy.files import delete_when_committed
from privacy.inventory import INSIDE, Erasure, Impersonal, Personal, personal_fields
from privacy.rows import field_of


def is_deleted(label: str) -> bool:
    """A row goes as a whole when all that it says of the person is to be deleted."""
    return all(field.erasure is Erasure.DELETE for field in personal_fields(label).values())


def blank_fields(label: str) -> dict[str, Personal]:
    """What to empty; what the database derives from other fields follows by itself."""
    model = apps.get_model(label)
    return {
        name: field
        for name, field in personal_fields(label).items()
        if is_erased(field) and not isinstance(model._meta.get_field(name), GeneratedField)
    }


def empty(model: type[Model], name: str, declared: Personal) -> Any:
    field = field_of(model, name)
    if declared.instead:
        return declared.instead()
    if field.null:
        return None
    return field.get_default() if field.has_default() else ""


def is_erased(declared: Personal | Impersonal) -> bool:
    return isinstance(declared, Personal) and declared.erasure is not Erasure.KEEP


def without_persons(label: str, name: str, value: Any) -> Any:
    """The JSON without the keys that erasure empties."""
    keys = INSIDE.get(f"{label}.{name}", {})
    gone = {key for key, declared in keys.items() if is_erased(declared)}
    return {key: kept for key, kept in value.items() if key not in gone} if isinstance(value, dict) else value


def erase_rows(label: str, ids: list[int]) -> int:
    """Delete the rows, or blank what is to be blanked in them, and say how many; files go when all is committed."""
    model = apps.get_model(label)
    rows, blank = model._base_manager.filter(pk__in=ids), blank_fields(label)
    files = [field.name for field in model._meta.concrete_fields if isinstance(field, FileField)]
    if is_deleted(label):
        drop_files(rows, files)
        rows.delete()
        return len(ids)
    drop_files(rows, [name for name in files if name in blank])
    if blank:
        rows.update(**{name: empty(model, name, field) for name, field in blank.items()})
    for field in model._meta.concrete_fields:
        if isinstance(field, JSONField) and field.name not in blank:
            remove_keys(label, rows, field.name)
    return len(ids)


def drop_files(rows: QuerySet, names: list[str]) -> None:
    for row in rows.only(*names) if names else ():
        for name in names:
            delete_when_committed(getattr(row, name))


def remove_keys(label: str, rows: QuerySet, name: str) -> None:
    if not any(is_erased(key) for key in INSIDE.get(f"{label}.{name}", {}).values()):
        return
    for row in rows.only(name):
        value = getattr(row, name)
        if (rest := without_persons(label, name, value)) != value:
            rows.filter(pk=row.pk).update(**{name: rest})
