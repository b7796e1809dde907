"""What waits for the district's office."""

from django.urls import reverse
from django.utils.translation import gettext as _

from ecosystem.queries.applications import waiting_applications
from overview.duties import Duty, earliest

MOST = 5


def duties() -> list[Duty]:
    rows, count = waiting_applications(MOST)
    return [
        Duty(
            key="applications",
            title=_("Organizations that apply"),
            count=count,
            template="overview/applications.html",
            hint=earliest([row.submitted_at for row in rows]),
            rows=rows,
            more=reverse("ecosystem:office_applications"),
        )
    ]
