"""A file goes for good once what let it go is committed, and stays when that fails."""

from functools import partial

from django.db import transaction
from django.db.models.fields.files import FieldFile


def delete_when_committed(file: FieldFile) -> None:
    """An empty field has nothing to delete."""
    if file.name:
        transaction.on_commit(partial(file.storage.delete, file.name), robust=True)
