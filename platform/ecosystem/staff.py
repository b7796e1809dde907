"""A firm's own staff as its HR reads them: the one reader of the firm's claims on the staff screens."""

from django.db.models import Q

from ecosystem.models import Employment, Organization


def names_of(organization: Organization, employment_ids: list[int]) -> dict[int, str]:
    """`{employment id: name on the roster}` for those of the ids that are the organization's."""
    mine = Employment.objects.filter(Q(organization=organization), pk__in=employment_ids)
    return dict(mine.values_list("pk", "claimed_name"))
