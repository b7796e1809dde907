"""The rosters a firm has brought in, the latest first."""

import datetime
from typing import Any

from django.core.paginator import Page, Paginator

from accounts.models import User
from ecosystem.models import Organization
from ecosystem.names import readable_names
from talent_pool.people.models import RosterImport

ROSTERS_A_PAGE = 20


def imports_of(organization: Organization, *, viewer: User, day: datetime.date, number: str = "1") -> Page[Any]:
    """As pairs: the roster, and who brought it, as far as the viewer may read the name."""
    mine = RosterImport.objects.filter(organization=organization).select_related("job")
    page: Page[Any] = Paginator(mine.order_by("-uploaded_at", "-pk"), ROSTERS_A_PAGE).get_page(number)
    rosters = list(page.object_list)
    names = readable_names(viewer=viewer, people=[roster.by_id for roster in rosters], day=day)
    page.object_list = [(roster, names.get(roster.by_id, "")) for roster in rosters]
    return page
