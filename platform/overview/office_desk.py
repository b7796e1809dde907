"""What waits for the district's office."""

from django.urls import reverse
from django.utils.translation import gettext as _

from ecosystem.queries.applications import waiting_applications
from overview.duties import Duty
from web.dates import short_day

MOST = 5


def duties() -> list[Duty]:
    rows, count = waiting_applications(MOST)
    return [
        Duty(
            key="applications",
            title=_("Organizations that apply"),
            count=count,
            template="overview/applications.html",
            hint=_("earliest of %(day)s") % {"day": short_day(rows[0].submitted_at)} if rows else "",
            rows=rows,
            more=reverse("ecosystem:office_applications"),
        )
    ]
