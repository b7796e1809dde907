"""Writes: the academy's root and its editors' group planted, editors kept in step with roles, search rows written."""

from cms.actions.academy import plant_academy
from cms.actions.editors import plant_editors_group, sync_editor

__all__ = ["plant_academy", "plant_editors_group", "sync_editor"]
