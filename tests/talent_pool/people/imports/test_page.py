"""The page in its states: what can be done in each, fragments for htmx, invitations after the writing."""

import datetime
import re

import pytest
from django.utils import timezone

from ecosystem.models import Employment, Invitation
from talent_pool.people import keeping, rules
from talent_pool.people.imports.actions import undoing
from talent_pool.people.models import RosterImport
from talent_pool.people.models.imports import ImportState
from tests.factories.rosters import HEADERS, clean, make_staff, plain_row
from tests.factories.sheets import xlsx
from tests.talent_pool.people.imports.conftest import address, sheet_of

pytestmark = pytest.mark.django_db
DEEDS = ("columns", "correct", "skip", "commit", "undo", "drop", "retry", "invite")


def can_do(desk, roster: RosterImport) -> set[str]:
    page = desk.browser().get(address("import", roster)).content.decode()
    return {name for name in DEEDS if f'action="{address(name, roster)}"' in page}


def test_each_state_offers_what_can_be_done_in_it(desk, roster, staff):
    assert can_do(desk, roster) == {"columns", "skip", "commit", "drop"}
    faulty = desk.bring(sheet_of(plain_row(staff[0] | {"phone": "1"})))
    assert can_do(desk, faulty) == {"columns", "correct", "skip", "drop"}
    written = desk.write(roster)
    assert can_do(desk, written) == {"undo", "invite"}
    undone = undoing.undo(roster=written, by=desk.hr, at=timezone.now())
    assert can_do(desk, undone) == {"retry"}


def test_what_may_be_columns_is_taken_with_one_touch(desk):
    headers = ["姓名", "手机号", "员工所属部门", "谁是直属领导", "备注"]
    roster = desk.bring(xlsx([headers, ["单立新", "17700000000", "市场部", "", "借调"]]))
    client = desk.browser()
    page = client.get(address("import", roster)).content.decode()
    form = page[page.index('<form class="note info row wrap') :].split("</form>")[0]
    said = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', form))
    assert client.post(address("columns", roster), said).status_code == 302
    roster.refresh_from_db()
    read = {column["header"]: column["field"] for column in roster.understood["columns"]}
    assert list(read.items()) == list(zip(headers, ["name", "phone", "department", "line_manager", ""], strict=True))
    assert '<form class="note info row wrap' not in client.get(address("import", roster)).content.decode()


def test_after_seven_days_no_undo_is_offered(desk, roster):
    written = desk.write(roster)
    RosterImport.objects.filter(pk=written.pk).update(
        committed_at=timezone.now() - datetime.timedelta(days=rules.UNDO_DAYS)
    )
    assert can_do(desk, written) == {"invite"}


@pytest.mark.parametrize("show", ["new", "changed", "nonsense", ""])
def test_a_tab_is_fetched_alone(desk, roster, show):
    headers = {"HX-Request": "true", "HX-Target": "rows"}
    fragment = desk.browser().get(address("import", roster), {"show": show}, headers=headers).content.decode()
    assert fragment.lstrip().startswith('<div id="rows">') and "<html" not in fragment


def test_fifty_rows_a_page(desk):
    roster = desk.bring(clean(make_staff(120)))
    client = desk.browser()
    numbers = [
        client.get(address("import", roster), {"page": page}).content.decode().count("<tr>") for page in (1, 3, 9)
    ]
    assert numbers == [numbers[0], numbers[1], numbers[1]] and numbers[0] - numbers[1] == 30


def test_new_people_are_invited_once_and_nobody_else(desk, roster, staff):
    desk.write(roster)
    written = desk.write(desk.bring(clean([*staff, *make_staff(2, first=50, phones=17_755_500_000)])))
    client = desk.browser()
    assert client.post(address("invite", written)).status_code == 302
    assert client.post(address("invite", written)).status_code == 302
    invited = Invitation.objects.values_list("employment__staff_no", flat=True)
    assert sorted(invited) == ["E00050", "E00051"]


def test_nobody_is_invited_before_the_writing(desk, roster):
    assert desk.browser().post(address("invite", roster)).status_code == 422
    assert not Invitation.objects.exists()


def test_after_thirty_days_the_page_still_tells_what_was_written(desk, roster):
    written = desk.write(roster)
    keeping.forget(written)
    page = desk.browser().get(address("import", written))
    assert page.status_code == 200 and "E00001" not in page.content.decode()


def test_a_cell_with_marks_of_the_page_is_text(desk):
    staff = make_staff(1)[0] | {"post": "<b>工程师</b>", "department": "<script>x</script>"}
    page = desk.browser().get(address("import", desk.bring(sheet_of(plain_row(staff))))).content.decode()
    assert "<script>x" not in page and "&lt;b&gt;工程师" in page


def test_a_job_that_failed_three_times_can_be_asked_for_again(desk, staff, monkeypatch):
    from jobs import tasks
    from talent_pool.people.imports.actions import looking

    monkeypatch.setattr(looking, "SMALL_FILE", 0)
    roster = desk.bring(clean(staff))

    def stumble(*arguments, **options):
        raise KeyError

    with monkeypatch.context() as broken:
        broken.setattr(looking, "plan_import", stumble)
        for _ in range(3):
            tasks.run_job(roster.job_id)
    roster = RosterImport.objects.get(pk=roster.pk)
    assert roster.state == ImportState.UPLOADED
    assert can_do(desk, roster) == {"retry", "drop"}
    monkeypatch.undo()
    desk.browser().post(address("retry", roster))
    assert RosterImport.objects.get(pk=roster.pk).state == ImportState.LOOKED


def test_headers_alone_are_refused(desk):
    roster = desk.bring(sheet_of())
    assert (roster.state, HEADERS[0] in roster.refusal) == (ImportState.REFUSED, False)
    assert not Employment.objects.filter(organization=desk.firm).exclude(person=desk.hr).exists()
