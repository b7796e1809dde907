"""Whoever tries the wizard from outside is let in, sends files, and sees what memory that takes."""

import os
import subprocess
import sys
import time

import pytest

from talent_pool.people.benches.roster_file import roster_of
from talent_pool.people.models.imports import ImportState
from talent_pool.people.trials.firm import make_firm
from talent_pool.people.trials.hostile import Hostile
from talent_pool.people.trials.hostile.packing import workbook
from talent_pool.people.trials.meter import Meter
from talent_pool.people.trials.sending import UPLOAD, Sending, is_answered
from talent_pool.people.trials.visitor import Visitor


@pytest.fixture
def visitor(live) -> Visitor:
    firm = make_firm(1)
    visitor = Visitor(live)
    visitor.sign_in(**firm.login)
    visitor.firm = firm
    return visitor


def test_a_file_is_brought_in_and_the_page_has_a_form_to_write_it(visitor):
    answer = visitor.upload(UPLOAD, "名册.xlsx", roster_of(3))
    assert answer.status == 200
    assert {"version", "digest"} <= set(answer.hidden("commit/"))
    with pytest.raises(LookupError):
        answer.hidden("nowhere/")


def test_nobody_comes_in_with_another_password(live):
    firm = make_firm(1)
    with pytest.raises(LookupError):
        Visitor(live).sign_in(**firm.login | {"password": "another"})


def test_a_sent_file_is_told_of(visitor):
    sending = Sending(visitor.firm, visitor, Meter())
    contents = {"好.xlsx": workbook(), "坏.xlsx": b"PK\x03\x04", "空.xlsx": b""}
    files = [Hostile(name, lambda _random, content=content: content) for name, content in contents.items()]
    good, bad, empty = sending.run(files)
    assert [row["state"] for row in (good, bad, empty)] == [ImportState.LOOKED, ImportState.REFUSED, "not kept"]
    assert (good["told"], good["leaks"]) == ("3 rows, 0 at fault", False)
    assert all(map(is_answered, (good, bad, empty)))


def test_a_fault_of_ours_is_no_answer():
    row = {"state": ImportState.LOOKED, "told": "3 rows", "statuses": [200, 500, 422]}
    assert not is_answered(row)
    assert not is_answered(row | {"statuses": [200], "told": ""})
    assert not is_answered(row | {"statuses": [200], "state": ImportState.UPLOADED})


def test_memory_of_the_sites_processes_is_seen(monkeypatch, tmp_path):
    hold = "import time\nheld = bytearray(64 << 20)\nheld[::4096] = b'x' * len(held[::4096])\ntime.sleep(30)"
    reader = tmp_path / "reader.py"
    reader.write_text(hold)
    monkeypatch.setenv("LIANCAI_STATE", str(tmp_path))
    measured = Meter()
    with measured:
        program = subprocess.Popen([sys.executable, str(reader)], env={**os.environ, "LIANCAI_STATE": str(tmp_path)})
        deadline = time.monotonic() + 10
        while max(measured.seen) - measured.idle < 60 << 10 and time.monotonic() < deadline:
            time.sleep(0.05)
    program.kill()
    program.wait()
    assert 60 <= measured.peak < 120
