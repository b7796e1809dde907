"""A bar for whoever started the job and their organization; a file for whoever started it alone."""

import datetime

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

import jobs
from jobs import actions
from jobs.enums import JobState
from jobs.models import Job
from jobs.progress import Progress
from tests.factories.ecosystem import make_employment, make_organization

pytestmark = pytest.mark.django_db
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def world():
    cache.clear()
    firm = make_organization()
    mine, colleague, stranger = (
        make_employment(organization=firm),
        make_employment(organization=firm),
        make_employment(organization=make_organization()),
    )
    now = timezone.now()
    job = jobs.start("people.look", by=mine.person, for_org=firm, at=now)
    actions.attach(job, "名册.xlsx", b"PK", keep=datetime.timedelta(hours=1), at=now)
    return job, mine.person, colleague.person, stranger.person


def answers(client, people, name, job) -> list[int]:
    found = []
    for person in people:
        client.force_login(person)
        found.append(client.get(reverse(f"jobs:{name}", args=[job.public_id])).status_code)
    return found


def test_the_bar_is_for_the_organization_and_the_file_for_one(client, world):
    job, *people = world
    assert answers(client, people, "job", job) == [200, 200, 404]
    assert answers(client, people, "file", job) == [200, 404, 404]


def test_a_file_past_its_time_is_gone(client, world):
    job, owner, *_ = world
    Job.objects.update(file_until=timezone.now())
    assert answers(client, [owner], "file", job) == [404]


def test_the_bar_shows_how_far_it_is(client, world):
    job, owner, *_ = world
    Progress(job.pk)(400, 400)
    client.force_login(owner)
    page = client.get(reverse("jobs:job", args=[job.public_id]), **HTMX).content.decode()
    assert "400 / 400" in page and "hx-get" in page


def test_a_finished_job_leads_onward_on_our_own_pages_only(client, world):
    job, owner, *_ = world
    Job.objects.update(state=JobState.DONE)
    client.force_login(owner)
    address = reverse("jobs:job", args=[job.public_id])
    assert client.get(f"{address}?next=/me/", **HTMX).headers["HX-Redirect"] == "/me/"
    assert client.get(f"{address}?next=/me/").headers["Location"] == "/me/"
    assert client.get(f"{address}?next=https://elsewhere.example/").status_code == 200
    assert client.get(f"{address}?next=nowhere").headers["Location"] == "nowhere", "no name of a view"
    assert client.post(f"{address}stop/", {"next": "nowhere"}).headers["Location"] == "nowhere"


def test_only_whoever_started_a_job_stops_it(client, world):
    job, owner, colleague, stranger = world
    address = reverse("jobs:stop", args=[job.public_id])
    answers = []
    for person in (stranger, colleague, owner):
        client.force_login(person)
        answers.append(client.post(address).status_code)
    job.refresh_from_db()
    assert (answers, job.state) == ([404, 404, 302], JobState.STOPPED)
