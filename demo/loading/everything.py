"""The whole demo in one transaction: all of it is there, or nothing."""

import datetime

from django.db import transaction

from cms.actions import sync_editor
from demo.loading.clock import moment
from demo.loading.coming_in import load_coming_in
from demo.loading.courses import load_courses
from demo.loading.learning import load_learning
from demo.loading.organizations import load_organizations
from demo.loading.people import load_people
from demo.loading.runs import load_runs
from demo.organizations import read_organizations
from ecosystem.models import Organization
from web.dates import local

AUTHORS = {"qianwan": "程砚秋"}
"""Who writes an organization's courses."""
A_YEAR = datetime.timedelta(days=365)


def is_loaded() -> bool:
    return Organization.objects.filter(uscc=read_organizations()[0].uscc).exists()


@transaction.atomic
def load_everything(*, at: datetime.datetime) -> bool:
    """Load the demo as of the day of `at`; returns False, having changed nothing, when it is there already."""
    if is_loaded():
        return False
    today = local(at).date()
    since = today - A_YEAR
    founded_at = moment(since)
    organizations = load_organizations(since=since, at=founded_at)
    people, employments = load_people(organizations, since=since, at=founded_at)
    authors = {key: people[name] for key, name in AUTHORS.items()}
    for author in authors.values():
        sync_editor(author, at=at)  # the worker would hear of the role only after this transaction
    courses = load_courses(organizations, authors=authors)
    for told, run in load_runs(courses, organizations, people, today=today):
        load_learning(told, run, people, employments, today=today)
    load_coming_in(organizations, people, employments, at=at)
    return True
