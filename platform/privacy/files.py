"""Where private files are kept, and how one goes: once what let it go is committed, and not when that fails."""

from functools import partial

from django.core.files.storage import Storage, storages
from django.db import transaction
from django.db.models.fields.files import FieldFile


def private_storage() -> Storage:
    """The shelf outside any web root."""
    return storages["private"]


def delete_when_committed(file: FieldFile) -> None:
    """An empty field has nothing to delete."""
    if file.name:
        transaction.on_commit(partial(file.storage.delete, file.name), robust=True)
