"""An export holds everything about the person and nothing about anybody else."""

import io
import json
import zipfile

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from audit.models import AuditEntry
from jobs import exports, tasks
from jobs.enums import JobState
from jobs.models import Job
from privacy.export_files import archive, safe
from privacy.exporting import tables_about
from privacy.inventory import INVENTORY
from tests.factories.ecosystem import make_employment, make_organization, make_person, make_role
from tests.platform.privacy.world import A_DAY, APART, AT, make_somebody

pytestmark = pytest.mark.django_db
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"]


def files_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def told_of(person) -> dict[str, dict]:
    """The JSON by table."""
    told = json.loads(files_of(archive(person, at=AT))["data.json"])
    return {table["table"]: table for table in told["tables"]}


def cells_of(content: bytes) -> list:
    book = load_workbook(io.BytesIO(content))
    return [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_everything_in_the_inventory_about_the_person_is_in_it():
    firm = make_organization()
    person = make_somebody("单立新", firm, by=make_somebody("何管事", firm, course=False))
    told = told_of(person)
    assert set(told) == set(INVENTORY) - APART
    user, claim = told["accounts.User"]["rows"][0], told["ecosystem.Employment"]["rows"][0]
    assert (user["full_name"], user["phone"], claim["post"]) == (person.full_name, person.phone, f"工程师{person.pk}")
    assert told["ecosystem.EmploymentEvent"]["rows"][0]["changes"] == {"claimed_name": ["", "单立新"]}
    assert told["ecosystem.Employment"]["held_by"] == [firm.name]


def test_a_secret_is_not_in_it():
    person = make_somebody("单立新", make_organization(), course=False)
    person.set_password("很长的口令一二三")
    person.save()
    content = archive(person, at=AT)
    assert person.password.encode() not in files_of(content)["data.json"]
    assert "password" not in told_of(person)["accounts.User"]["rows"][0]


def test_nobody_else_is_in_it():
    """HR, the line manager, a colleague of the same name on the same roster, the holder of another number."""
    firm = make_organization()
    hr = make_somebody("何管事", firm, course=False)
    manager = make_employment(make_person("尉迟上级"), firm, post="总监")
    person = make_somebody("单立新", firm, by=hr)
    person.employments.update(line_manager=manager)
    person.employments.get().events.update(
        changes={"line_manager": ["", manager.person.full_name], "post": ["", "架构师"]}
    )
    namesake = make_somebody("单立新", firm, by=hr)
    files = files_of(archive(person, at=AT))
    text = files["data.json"].decode() + " ".join(str(cell.value) for cell in cells_of(files["data.xlsx"]))
    others = [hr.full_name, hr.phone, hr.email, manager.person.full_name, namesake.phone, namesake.email]
    assert [word for word in others if word in text] == []
    assert f"{firm.name}的人事" in text


def test_the_tables_of_a_person_hold_that_persons_rows_only():
    firm = make_organization()
    one, other = make_somebody("单立新", firm), make_somebody("曾敏", firm)
    rows = {(table.label, row.pk) for table in tables_about(one) for row in table.rows}
    assert rows & {(table.label, row.pk) for table in tables_about(other) for row in table.rows} == set()


@pytest.mark.parametrize("typed", FORMULAS)
def test_what_a_spreadsheet_would_compute_is_text(typed):
    person = make_person("单立新")
    make_employment(person, post=typed)
    values = {(str(cell.value), cell.data_type) for cell in cells_of(files_of(archive(person, at=AT))["data.xlsx"])}
    assert not {kind for _, kind in values if kind == "f"}
    assert any(value.startswith("'") and value.strip("'\t\r").endswith(typed.strip()) for value, _ in values)


def test_control_characters_and_endless_words_do_not_break_the_file():
    assert (safe("a\x00b\x1f"), len(safe("x" * 40_000)), safe(7), safe(None)) == ("ab", 32_767, 7, None)


def test_the_worker_makes_it_for_that_person_only_and_for_a_day(client):
    person, other = make_somebody("单立新", make_organization(), course=False), make_employment().person
    client.force_login(person)
    assert client.post(reverse("privacy:export")).status_code == 302
    job = exports.latest(person)
    tasks.run_job(job.pk)
    job = exports.latest(person)
    assert (job.state, job.file_until - job.ended_at < A_DAY, set(job.result)) == (JobState.DONE, True, {"bytes"})
    assert set(files_of(b"".join(client.get(reverse("jobs:file", args=[job.public_id])).streaming_content))) == {
        "data.json",
        "data.xlsx",
    }
    stranger = Client()
    stranger.force_login(other)
    assert stranger.get(reverse("jobs:file", args=[job.public_id])).status_code == 404
    assert AuditEntry.objects.filter(verb="jobs.started", by_id=person.pk, data__kind="privacy.export").count() == 1


def test_asking_twice_is_one_export():
    person = make_person()
    assert exports.start(person=person, at=AT) == exports.start(person=person, at=AT)
    assert Job.objects.filter(by=person).count() == 1


def test_who_was_erased_meanwhile_gets_no_file():
    person = make_person()
    job = exports.start(person=person, at=AT)
    person.is_active = False
    person.save()
    tasks.run_job(job.pk)
    job.refresh_from_db()
    assert (job.state, bool(job.refusal), bool(job.file)) == (JobState.FAILED, True, False)


def test_the_page_tells_what_is_held_by_whom(client):
    firm = make_organization()
    person = make_employment(organization=firm).person
    make_role(person, firm)
    client.force_login(person)
    page = client.get(reverse("privacy:my_data")).content.decode()
    assert firm.name in page and "企业登记的你" in page and "名册上的手机号" in page
