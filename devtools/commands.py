"""The words that follow `dev`."""

import os
import shutil
import sys

from devtools import environment as packages
from devtools import translations
from devtools.places import ROOT, Refusal, state
from devtools.processes import django, environment, run_in_foreground
from devtools.progress import say
from devtools.running import SETTINGS, only_one
from devtools.servers import KINDS, servers, stop_unused

KEPT_BY_RESET = {"boot", "p", "uv-cache", "run.lock"}


def main(arguments: list[str]) -> int:
    word, rest = (arguments[0], arguments[1:]) if arguments else ("help", [])
    if word not in COMMANDS:
        print(sys.modules["__main__"].__doc__)
        return 0 if word in ("help", "-h", "--help") else 2
    os.chdir(ROOT)
    try:
        return COMMANDS[word](rest)
    except Refusal as refusal:
        say(f"dev: {refusal}")
        return 1
    except KeyboardInterrupt:
        return 130


def run(arguments: list[str]) -> int:
    from devtools.running import Stopped, run

    try:
        return run(arguments)
    except Stopped:
        return 0


def manage(arguments: list[str]) -> int:
    """A Django command with the same servers as `dev run`, which are started for it when they are not up."""
    packages.ensure("dev")
    translations.compile_all()
    with servers() as addresses:
        return run_in_foreground(django(*arguments), environment(SETTINGS, **addresses))


def test(arguments: list[str]) -> int:
    from devtools.testing import test

    return test(arguments)


def check(arguments: list[str]) -> int:
    from devtools.checks import check

    return check(arguments)


def measure(word: str):
    def command(arguments: list[str]) -> int:
        from devtools.measures import measure

        return measure(word, arguments)

    return command


def reset(arguments: list[str]) -> int:
    """Forget databases, files and logs of this checkout; the next `dev run` begins with the demo."""
    with only_one():
        for kind in KINDS:
            stop_unused(kind)
        for path in state().iterdir():
            if path.name not in KEPT_BY_RESET:
                shutil.rmtree(path) if path.is_dir() else path.unlink()
    say("The data of this checkout is gone; `dev run` begins anew with the demo.")
    return 0


COMMANDS = {
    "run": run,
    "test": test,
    "check": check,
    "manage": manage,
    "bench": measure("bench"),
    "faults": measure("faults"),
    "sweep": measure("sweep"),
    "reset": reset,
}
