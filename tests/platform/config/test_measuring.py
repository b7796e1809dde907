"""Benches, faults and sweeps: rows as JSON lines, a table, and a non-zero end when a promise does not hold."""

import json

import pytest
from django.core.management import CommandError, call_command

from config.management.commands import measure
from config.measuring import Promise


def keeps(place):
    yield {"rows": 1, "ms": 2.5}
    yield {"rows": 10, "ms": 3.5}
    yield Promise("Under 4 ms", True)


def breaks(place):
    yield Promise("Never wrong", False)


@pytest.fixture(autouse=True)
def registry(monkeypatch):
    trials = {"keeps": f"{__name__}.keeps", "breaks": f"{__name__}.breaks"}
    monkeypatch.setattr(measure, "REGISTRIES", {"bench": trials})


def test_rows_and_promises_are_json_lines_and_then_a_table(capsys):
    call_command("measure", "bench", "keeps")
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line) for line in lines[:3]] == [
        {"trial": "keeps", "rows": 1, "ms": 2.5},
        {"trial": "keeps", "rows": 10, "ms": 3.5},
        {"trial": "keeps", "promise": "Under 4 ms", "holds": True},
    ]
    assert lines[4:] == ["keeps", "rows  ms", "1     2.5", "10    3.5", "holds   Under 4 ms"]


def test_a_broken_promise_ends_the_command_with_an_error(capsys):
    with pytest.raises(CommandError):
        call_command("measure", "bench")
    assert "BROKEN  Never wrong" in capsys.readouterr().out


def test_an_unknown_name_is_told_which_there_are():
    with pytest.raises(CommandError, match="No bench named dances; there are: keeps, breaks"):
        call_command("measure", "bench", "dances")
