"""`dev faults import` in short: one kill, two thousand rows."""

import json
import os
import subprocess
import sys

import pytest

from talent_pool.people.trials.killing import truth

ROWS = 2_000
TRIAL = f"""
import json, django
django.setup()
from talent_pool.people.trials.killing import Trial
for row in Trial({ROWS}, [], ["pool"], latest=0).run():
    print(json.dumps(row), flush=True)
"""


@pytest.mark.django_db(transaction=True)
def test_a_killed_import_goes_on_and_writes_everybody_once(around):
    paths = os.pathsep.join(filter(None, sys.path))
    trial = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", TRIAL],
        env=os.environ | around | {"PYTHONPATH": paths},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    kill, end = (json.loads(line) for line in trial.stdout.splitlines())
    assert (kill["step"], kill["whom"]) == ("commit", "pool, 2 processes")
    assert {name: end[name] for name in truth(ROWS)} == truth(ROWS)
    assert end["starts"] == 2
