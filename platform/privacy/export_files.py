"""The two files of an export in one archive, so that one download is everything."""

import datetime
import io
import json
import zipfile
from typing import Any

from django.utils import translation
from django.utils.encoding import force_str
from django.utils.translation import gettext as _
from openpyxl import Workbook

from privacy.exporting import Table, label_of, tables_about
from privacy.inventory import Personal
from web.dates import local
from words.cells import as_text

LONGEST_CELL = 32_767


def archive(person, *, at: datetime.datetime, progress=lambda done, total: None) -> bytes:
    """data.json and data.xlsx about the person, in the person's language."""
    with translation.override(person.language):
        tables = list(tables_about(person, progress))
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
            file.writestr("data.json", as_json(tables, at=at))
            file.writestr("data.xlsx", as_xlsx(tables, at=at))
    return out.getvalue()


def as_json(tables: list[Table], *, at: datetime.datetime) -> bytes:
    told = {"made_at": at.isoformat(), "tables": [told_of(table) for table in tables]}
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def told_of(table: Table) -> dict[str, Any]:
    return {
        "table": table.label,
        "heading": table.heading,
        "held_by": table.holders,
        "fields": {name: promise(table, name) for name in table.fields},
        "rows": [{name: table.value(row, name) for name in table.fields} for row in table.rows],
    }


def promise(table: Table, name: str) -> dict[str, str]:
    """Why the field is held, on which basis, until when, what erasure does."""
    declared = table.declared(name)
    told = {"label": label_of(table.fields[name], declared)}
    if isinstance(declared, Personal):
        told |= {
            "purpose": force_str(declared.purpose),
            "basis": force_str(declared.basis.label),
            "kept": force_str(declared.keep.words),
            "erasure": force_str(declared.erasure.label),
        }
    return told


def as_xlsx(tables: list[Table], *, at: datetime.datetime) -> bytes:
    """A first sheet that says what the others are, and one sheet for each table."""
    book = Workbook(write_only=True)
    first = book.create_sheet(safe_title(_("Contents"), 0))
    first.append([safe(_("Everything held about you, as of %(moment)s") % {"moment": f"{local(at):%Y-%m-%d %H:%M}"})])
    first.append([_("Sheet"), _("What it is"), _("Held by"), _("How many rows")])
    for number, table in enumerate(tables, 1):
        title = safe_title(table.heading, number)
        first.append([title, safe(table.heading), safe("、".join(table.holders)), len(table.rows)])
    for number, table in enumerate(tables, 1):
        sheet = book.create_sheet(safe_title(table.heading, number))
        sheet.append([safe(table.name_of(name)) for name in table.fields])
        for row in table.rows:
            sheet.append([safe(table.words(row, name)) for name in table.fields])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def safe(value: Any) -> Any:
    """A cell that is text and stays text: no formula, no control character, no longer than a cell can be."""
    if isinstance(value, dict | list):
        value = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, str):
        return value
    return as_text(value)[:LONGEST_CELL]


def safe_title(words: str, number: int) -> str:
    """Sheets are called by at most 31 characters, none of them []:*?/\\, each once."""
    return f"{number} " + "".join(letter for letter in words if letter not in "[]:*?/\\'")[:27]
