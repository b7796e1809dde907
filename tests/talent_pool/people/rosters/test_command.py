"""The command: what it prints, what it refuses, and that a refusal writes nothing."""

import io
import json
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from ecosystem.models import Employment, Organization
from tests.factories import rosters, sheets
from tests.factories.ecosystem import make_uscc
from tests.factories.rosters import HEADERS, make_staff, plain_row

pytestmark = pytest.mark.django_db

KEYS = ["header_row", "new", "updated", "unchanged", "faulty", "faults", "left_out"]
GOOD = rosters.clean(make_staff(3))
NEW_FIRM = make_uscc(880_001)
SMALL = sheets.xlsx([["a"]])


def encrypted_zip() -> bytes:
    """A workbook whose entries say that they are encrypted."""
    changed = bytearray(GOOD)
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        count = len(archive.infolist())
    place = 0
    for _ in range(count):
        place = changed.index(b"PK\x01\x02", place) + 8
        struct.pack_into("<H", changed, place, 1)
    return bytes(changed)


REFUSED = {
    "nothing": b"",
    "white space": b"\xef\xbb\xbf\r\n \r\n",
    "a header and nobody": sheets.xlsx([HEADERS]),
    "an empty workbook": sheets.xlsx([]),
    "more than 20 MB": b"1,2\n" * 6_000_000,
    "a workbook with a password": sheets.encrypted_xlsx(),
    "an .xls with a password": sheets.with_password_xls([["a"]]),
    "an encrypted archive": encrypted_zip(),
    "a bomb": sheets.bomb(SMALL),
    "a bomb that lies": sheets.lying_bomb(SMALL),
    "a far corner": sheets.far_corner([HEADERS]),
    "half a workbook": GOOD[: len(GOOD) // 2],
    "half an .xls": rosters.clean_xls(make_staff(3))[:2_000],
    "text cut inside a character": "姓名,手机号\n沈".encode()[:-1],
    "an unclosed quotation mark": 'name,phone\n"沈知远,17700000000\n'.encode() + b"E1,17700000001\n" * 4_000,
    "a picture": bytes.fromhex("89504e470d0a1a0a0000000d49484452"),
    "a web page": "<html><table><tr><td>姓名</td><td>手机号</td></tr></table>".encode(),
    "no roster": sheets.xlsx([["产品", "单价"], ["键盘", 99]]),
    "names without phones": sheets.xlsx([["姓名", "工号"], ["沈知远", "E1"]]),
    "prose": "今天开会，讨论了名额。".encode(),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_refused_file_gets_a_sentence_and_nothing_is_written(name, importing, firm, everything_stored):
    before = everything_stored()
    with pytest.raises(CommandError) as refusal:
        importing.printed(REFUSED[name], firm.uscc, "--json", "--commit")
    sentence = str(refusal.value)
    assert sentence.endswith(("。", ".")) and len(sentence) > 5
    assert everything_stored() == before


def test_a_file_that_is_not_there_gets_a_sentence(firm, tmp_path):
    with pytest.raises(CommandError):
        call_command("import_roster", str(tmp_path / "nowhere.xlsx"), "--firm", firm.uscc)


@pytest.mark.parametrize("code", ["123", "", "914403001922038217", "91440300192203821O"])
def test_a_wrong_credit_code_gets_a_sentence_and_makes_no_firm(code, importing, everything_stored):
    before = everything_stored()
    with pytest.raises(CommandError):
        importing.printed(GOOD, code, "--firm-name", "某某科技", "--commit")
    assert everything_stored() == before


def test_a_credit_code_is_read_however_it_is_typed(importing, firm):
    spaced = " ".join(firm.uscc).lower()
    assert json.loads(importing.printed(GOOD, spaced, "--json", "--commit"))["new"] == 3
    assert set(Employment.objects.values_list("organization", flat=True)) == {firm.pk}


def test_the_json_is_one_object_with_these_keys_and_nothing_beside_it(importing, firm):
    printed = importing.printed(GOOD, firm.uscc, "--json")
    assert list(json.loads(printed)) == KEYS
    assert printed.strip().startswith("{") and printed.strip().endswith("}")


def test_people_read_numbers_faults_and_columns_left_out(importing, firm):
    content, _ = rosters.untidy(make_staff(24))
    with translation.override("en"):
        told = importing.printed(content, firm.uscc)
    assert [part for part in ("17", "7", "联系电话", "身份证号", "9") if part not in told] == []
    with translation.override("zh-hans"):
        in_chinese = importing.printed(content, firm.uscc)
    assert [part for part in ("第 9 行", "联系电话", "身份证号") if part not in in_chinese] == []


def test_a_look_says_that_nothing_was_written_and_a_commit_does_not(importing, firm):
    said = "Nothing has been written yet. With --commit it will be."
    with translation.override("en"):
        told = [importing.printed(GOOD, firm.uscc, *options).splitlines()[-1] for options in ([], ["--commit"])]
    assert [line == said for line in told] == [True, False]


def test_without_commit_not_even_a_firm_is_made(importing, everything_stored):
    before = everything_stored()
    told = json.loads(importing.printed(GOOD, NEW_FIRM, "--firm-name", "某某科技", "--json"))
    assert (told["new"], everything_stored() == before) == (3, True)


def test_a_look_needs_no_firm_and_no_name(importing):
    assert json.loads(importing.printed(GOOD, NEW_FIRM, "--json"))["new"] == 3


def test_the_name_makes_the_firm_on_commit(importing):
    told = json.loads(importing.printed(GOOD, NEW_FIRM, "--firm-name", "某某科技有限公司", "--commit", "--json"))
    made = Organization.objects.get(uscc=NEW_FIRM)
    assert (told["new"], made.name, made.kind, made.is_demo) == (3, "某某科技有限公司", "firm", False)
    assert set(Employment.objects.values_list("organization", flat=True)) == {made.pk}


def test_a_firm_that_exists_keeps_its_name(importing, firm):
    importing.printed(GOOD, firm.uscc, "--firm-name", "另一个名字", "--commit")
    firm.refresh_from_db()
    assert firm.name == "余杭示例智能有限公司"


def test_committing_for_an_unknown_firm_asks_for_its_name(importing, everything_stored):
    before = everything_stored()
    with pytest.raises(CommandError):
        importing.printed(GOOD, NEW_FIRM, "--commit")
    assert everything_stored() == before


def test_a_name_that_another_firm_bears_gets_a_sentence(importing, firm, everything_stored):
    before = everything_stored()
    with pytest.raises(CommandError):
        importing.printed(GOOD, NEW_FIRM, "--firm-name", firm.name, "--commit")
    assert everything_stored() == before


def test_a_row_at_fault_does_not_keep_the_others_out(importing, firm):
    staff = make_staff(3)
    content = sheets.xlsx([HEADERS, *map(plain_row, staff[:2]), plain_row(staff[2] | {"phone": "1"})])
    told = importing.commit(content, firm)
    assert (told["new"], told["faulty"], Employment.objects.count()) == (2, 1, 2)


def test_from_the_shell_a_refusal_ends_non_zero_without_a_traceback(tmp_path):
    file = tmp_path / "roster.xlsx"
    file.write_bytes(b"")
    manage = Path(__file__).parents[4] / "manage.py"
    ended = subprocess.run(
        [sys.executable, str(manage), "import_roster", str(file), "--firm", NEW_FIRM, "--json"],
        capture_output=True,
        text=True,
    )
    assert (ended.returncode != 0, ended.stdout, "Traceback" in ended.stderr) == (True, "", False)
    assert ended.stderr.strip()
