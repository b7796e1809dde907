"""A roster from the upload to the people it makes, as HR's browser walks it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from ecosystem.models import Employment
from jobs.models import Job
from talent_pool.people.imports.reading_again import content_of
from talent_pool.people.models import RosterImport
from talent_pool.people.models.imports import ImportState
from tests.factories.rosters import clean
from tests.talent_pool.people.imports.conftest import address, work

pytestmark = pytest.mark.django_db


def send(client, content: bytes, name: str = "名册.xlsx"):
    return client.post(reverse("people:upload"), {"file": SimpleUploadedFile(name, content)})


def test_from_the_upload_to_the_people(desk, staff):
    client = desk.browser()
    answer = send(client, clean(staff))
    roster = RosterImport.objects.get()
    assert (answer.status_code, answer.url) == (302, address("import", roster))
    assert (roster.state, roster.numbers["new"], roster.numbers["rows"]) == (ImportState.LOOKED, 5, 5)
    page = client.get(answer.url)
    assert staff[0]["name"] in page.content.decode()
    said = {"version": roster.version, "digest": roster.digest}
    assert client.post(address("commit", roster), said).status_code == 302
    assert RosterImport.objects.get().state == ImportState.COMMITTING
    assert "jobbar" in client.get(answer.url).content.decode()
    assert work(roster).state == ImportState.COMMITTED
    made = Employment.objects.filter(organization=desk.firm).exclude(person=desk.hr)
    assert sorted(made.values_list("claimed_name", flat=True)) == sorted(person["name"] for person in staff)
    assert client.get(answer.url).status_code == 200
    assert client.get(reverse("people:imports")).status_code == 200


def test_a_large_file_is_left_to_the_worker(desk, staff, monkeypatch):
    monkeypatch.setattr("talent_pool.people.imports.actions.looking.SMALL_ROSTER", 0)
    monkeypatch.setattr("talent_pool.people.imports.actions.looking.SMALL_FILE", 10)
    client = desk.browser()
    answer = send(client, clean(staff))
    roster = RosterImport.objects.get()
    assert (roster.state, Job.objects.get().kind) == (ImportState.UPLOADED, "people.look_at_roster")
    assert "jobbar" in client.get(answer.url).content.decode()
    assert work(roster).state == ImportState.LOOKED


def test_what_is_no_spreadsheet_is_refused_in_a_sentence_and_not_kept(desk):
    client = desk.browser()
    answer = send(client, b"%PDF-1.7 nothing", "名册.pdf")
    roster = RosterImport.objects.get()
    assert (roster.state, bool(roster.file)) == (ImportState.REFUSED, False)
    assert roster.refusal and roster.refusal in client.get(answer.url).content.decode()


@pytest.mark.parametrize("content", [b"", None])
def test_a_missing_or_empty_file_is_asked_for_again(desk, content):
    data = {} if content is None else {"file": SimpleUploadedFile("a.xlsx", content)}
    assert desk.browser().post(reverse("people:upload"), data).status_code == 422
    assert not RosterImport.objects.exists()


def test_the_same_file_waiting_already_is_gone_on_with(desk, roster):
    assert desk.bring(content_of(roster)).pk == roster.pk
    assert RosterImport.objects.count() == 1


def test_the_same_file_written_already_says_so(desk, roster):
    content = content_of(roster)
    written = desk.write(roster)
    again = desk.bring(content)
    page = desk.browser().get(address("import", again)).content.decode()
    assert again.pk != written.pk and address("import", written) in page
