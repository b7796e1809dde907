"""The source's facts, and beside them the invented organizations with their groups, fields and positions."""

import datetime

from demo.organizations import DemoOrganization, read_organizations
from demo.source import read_ecosystem
from ecosystem.actions import organizations, positions, source_facts
from ecosystem.models import Chain, Field, Organization, OrganizationGroup

Organizations = dict[str, Organization]
"""By the keys of the content files."""


def load_organizations(*, since: datetime.date, at: datetime.datetime) -> Organizations:
    """Everything invented is marked `is_demo`; what the source names stays as the source tells it."""
    source_facts.import_ecosystem(read_ecosystem(), by=None, at=at)
    return {told.key: _register(told, since=since, at=at) for told in read_organizations()}


def _register(told: DemoOrganization, *, since: datetime.date, at: datetime.datetime) -> Organization:
    group = OrganizationGroup.objects.get_or_create(name=told.group)[0] if told.group else None
    organization = organizations.register(
        name=told.name,
        uscc=told.uscc,
        by=None,
        at=at,
        kind=told.kind,
        short_name=told.short_name,
        name_en=told.name_en,
        firm_code=told.firm_code,
        focus=told.focus,
        group=group,
        is_demo=True,
    )
    organization.fields.set(Field.objects.filter(name__in=told.fields))
    for position in told.positions:
        chain = Chain.objects.get(code=position["chain"])
        positions.take(organization=organization, chain=chain, kind=position["kind"], from_on=since, by=None, at=at)
    return organization
