"""Rosters of 1,000, 10,000 and 100,000 people, looked at and imported, beside the floor: the same workbook read by
python-calamine and its cells copied into a temporary table, in the same run. Each figure is of a fresh process.
Then the wizard's path over the same importer, on the running site.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from config import wizard_bench
from config.measuring import Place, Promise
from talent_pool.people.benches.roster_file import write_roster

SIZES = (1_000, 10_000, 100_000)
STEPS = ("floor", "look", "commit")
ROWS, SECONDS, MIB = 10_000, 10, 150


def run(place: Place) -> Iterator[dict | Promise]:
    yield from steps()
    yield from wizard_bench.run(place)


def steps() -> Iterator[dict | Promise]:
    rows = {}
    for size in SIZES:
        rows[size] = measure(size)
        yield rows[size]
    promised = rows[ROWS]
    spent = round(promised["look_cpu_s"] + promised["commit_cpu_s"], 2)
    held = max(promised["look_mib"], promised["commit_mib"])
    yield Promise(
        f"{ROWS:,} rows are looked at and imported in under {SECONDS} s of CPU (it took {spent})", spent < SECONDS
    )
    yield Promise(f"{ROWS:,} rows need less than {MIB} MiB above the idle process (they took {held})", held < MIB)


def measure(size: int) -> dict:
    """One row: every step's figures, and how many times the floor's CPU an import costs."""
    with tempfile.TemporaryDirectory(prefix="liancai-bench-") as folder:
        file = Path(folder) / "roster.xlsx"
        write_roster(file, size)
        told = {step: figures(step, file) for step in STEPS}
    row = {f"{step}_{name}": value for step in STEPS for name, value in told[step].items()}
    return {"rows": size, **row, "times_floor": round(told["commit"]["cpu_s"] / told["floor"]["cpu_s"], 1)}


def figures(step: str, file: Path) -> dict[str, float]:
    answer = subprocess.run(
        [sys.executable, "-m", "django", "measure_import", step, str(file)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return json.loads(answer.stdout)
