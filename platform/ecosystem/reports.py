"""The office's list as a sheet: the same rows in the same order, and nothing about people."""

import csv
import datetime
import io
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from openpyxl import Workbook

from ecosystem.models import Organization
from ecosystem.queries.organizations import lacks_of
from web.dates import local
from words.cells import as_text


def headings() -> list[str]:
    return [
        _("Full name of the organization"),
        _("Short name"),
        _("English name"),
        _("Kind of organization"),
        _("Unified social credit code"),
        _("Firm code"),
        _("Group"),
        _("Positions in chains"),
        _("Fields of application"),
        _("Main business"),
        _("What it lacks"),
    ]


def row_of(organization: Organization) -> list[str]:
    """`organization` is a row of queries.organizations.find_organizations."""
    positions = [f"{held.chain.name} · {held.get_kind_display()}" for held in getattr(organization, "positions_held")]  # noqa: B009  set by the query
    told = [
        organization.name,
        organization.short_name,
        organization.name_en,
        organization.get_kind_display(),
        organization.uscc or "",
        organization.firm_code or "",
        organization.group.name if organization.group else "",
        "；".join(positions),
        "；".join(field.name for field in organization.fields.all()),
        organization.focus,
        "；".join(str(lack.label) for lack in lacks_of(organization)),
    ]
    return [as_text(cell) for cell in told]


def rows_of(organizations: Iterable[Organization]) -> Iterator[list[str]]:
    yield headings()
    yield from map(row_of, organizations)


def as_csv(organizations: Iterable[Organization]) -> bytes:
    """With a mark at its head, by which Excel knows that it is UTF-8."""
    out = io.StringIO()
    csv.writer(out).writerows(rows_of(organizations))
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(organizations: Iterable[Organization]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Organizations"))
    for row in rows_of(organizations):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def file_name(at: datetime.datetime, ending: str) -> str:
    return f"{_('Organizations')}-{local(at):%Y%m%d}.{ending}"
