"""What `dev bench import` measures does what an import does, and leaves nothing behind."""

import json
import os
import subprocess
import sys
import time
from io import StringIO

import pytest
from django.core.management import call_command

from talent_pool.people.benches.cost import cost_of
from talent_pool.people.benches.roster_file import person, write_roster
from talent_pool.people.benches.steps import FIRM, STEPS
from talent_pool.people.rosters.reading import read_roster

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "roster.xlsx"
    write_roster(path, 30)
    return path


def test_the_roster_has_no_faults(file):
    roster = read_roster(file.read_bytes())
    assert (len(roster.rows), roster.faults, len(roster.columns.places)) == (30, [], 11)


def test_everybody_has_a_phone_and_a_number_of_their_own():
    people = [person(number) for number in range(100_000)]
    assert [len({row[place] for row in people}) for place in (1, 2)] == [100_000, 100_000]


@pytest.mark.parametrize("step", STEPS)
def test_a_measured_step_leaves_nothing_written(step, file, everything_stored):
    before = everything_stored()
    out = StringIO()
    call_command("measure_import", step, str(file), stdout=out)
    assert list(json.loads(out.getvalue())) == ["cpu_s", "database_cpu_s", "wall_s", "mib"]
    assert everything_stored() == before


def test_the_deed_is_done_before_it_is_taken_back(file, monkeypatch):
    seen = []
    monkeypatch.setattr(
        "talent_pool.people.benches.steps.commit_roster", lambda **given: seen.append(given["organization"].uscc)
    )
    STEPS["commit"](file)
    assert [code[:17] for code in seen] == [FIRM]


def test_memory_held_for_a_moment_is_seen():
    def hold():
        held = bytearray(64 << 20)
        held[::4096] = b"x" * len(held[::4096])
        time.sleep(0.3)

    assert cost_of(hold)["mib"] >= 60


def test_the_cpu_of_a_process_that_was_started_counts():
    burn = "import time\nwhile time.process_time() < 0.4: pass"
    assert cost_of(lambda: subprocess.run([sys.executable, "-c", burn], check=True))["cpu_s"] >= 0.4


def test_a_process_that_is_no_other_program_yet_does_not_count_our_memory_twice():
    def fork():
        if (child := os.fork()) == 0:
            time.sleep(0.3)
            os._exit(0)
        os.waitpid(child, 0)

    held = bytearray(200 << 20)
    held[::4096] = b"x" * len(held[::4096])
    assert cost_of(fork)["mib"] < 100
