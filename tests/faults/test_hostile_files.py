"""Every hostile file that is made quickly is read or refused with a sentence, and the wizard writes nothing of it."""

import hashlib
import io

import pytest

from sheets import SheetRefused
from talent_pool.people.models import RosterImport
from talent_pool.people.models.imports import ImportState
from talent_pool.people.rosters.reading import HeaderUnknown, read_roster
from talent_pool.people.trials.firm import make_firm
from talent_pool.people.trials.hostile import MODULES, Hostile, bombs, hostile_files, texts
from talent_pool.people.trials.sending import OF_THE_SERVER, stored

SLOW = {*bombs.FILES, *texts.FILES, "两万行全错.xlsx"}
QUICK = [hostile for hostile in hostile_files() if hostile.name not in SLOW]


def test_there_are_more_than_fifty_and_no_two_of_one_name():
    names = [hostile.name for hostile in hostile_files()]
    assert len(set(names)) == len(names) >= 50
    assert len(names) == sum(len(module.FILES) for module in MODULES)


def test_the_same_seed_makes_the_same_files():
    def digests() -> list[str]:
        return [hashlib.sha256(hostile.make()).hexdigest() for hostile in QUICK if not hostile.name.endswith(".xls")]

    assert digests() == digests()


@pytest.mark.django_db
@pytest.mark.parametrize("hostile", QUICK, ids=[hostile.name[:20] for hostile in QUICK])
def test_a_hostile_file_is_read_or_refused(hostile: Hostile):
    try:
        roster = read_roster(hostile.make())
    except (SheetRefused, HeaderUnknown) as refusal:
        assert str(refusal)
    else:
        assert OF_THE_SERVER not in repr(roster)


@pytest.mark.django_db
def test_the_wizard_answers_every_fourth_with_a_look_or_a_sentence(client):
    firm = make_firm(1)
    client.force_login(firm.hr)
    before = stored()
    for hostile in QUICK[::4]:
        content = hostile.make()
        answer = upload(client, hostile.name, content)
        if answer.status_code == 422:
            continue
        roster = RosterImport.objects.latest("pk")
        assert answer.status_code == 302
        assert roster.state in {ImportState.REFUSED, ImportState.ASKING, ImportState.LOOKED}, hostile.name
        assert roster.state != ImportState.REFUSED or roster.refusal, hostile.name
        page = client.get(answer.url)
        assert (page.status_code, OF_THE_SERVER in page.text) == (200, False), hostile.name
        assert client.get(f"{answer.url}faults.xlsx").status_code < 500, hostile.name
    assert stored() == before


def upload(client, name: str, content: bytes):
    file = io.BytesIO(content)
    file.name = name
    return client.post("/desk/rosters/upload/", {"file": file})
