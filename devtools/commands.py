"""The words that follow `dev`."""

import shutil
import sys
from functools import partial

from devtools import environment as packages
from devtools import translations
from devtools.checks import check
from devtools.measures import measure
from devtools.places import Refusal, state
from devtools.processes import django, environment, run_in_foreground
from devtools.progress import say
from devtools.running import PREPARED, SETTINGS, Stopped, only_one, run
from devtools.servers import KINDS, servers, stop_unused
from devtools.testing import test

CHANGES_DATA = {"migrate", "flush", "dbshell"}
"""After these the next `dev run` looks anew whether to migrate and to load the demo."""
KEPT_BY_RESET = {"boot", "p", "uv-cache", "run.lock"}


def main(arguments: list[str]) -> int:
    word, rest = (arguments[0], arguments[1:]) if arguments else ("help", [])
    if word not in COMMANDS:
        print(sys.modules["__main__"].__doc__)
        return 0 if word in ("help", "-h", "--help") else 2
    try:
        return COMMANDS[word](rest)
    except Refusal as refusal:
        say(f"dev: {refusal}")
        return 1
    except (KeyboardInterrupt, Stopped):
        return 0 if word == "run" else 130


def manage(arguments: list[str]) -> int:
    """A Django command with the same servers as `dev run`, which are started for it when they are not up.

    It runs where it was called, so that a file's name means what the caller means.
    """
    packages.ensure("dev")
    translations.compile_all()
    if CHANGES_DATA & set(arguments[:1]):
        (state() / PREPARED).unlink(missing_ok=True)
    with servers() as addresses:
        return run_in_foreground(django(*arguments), environment(SETTINGS, **addresses), cwd=None)


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
    "bench": partial(measure, "bench"),
    "faults": partial(measure, "faults"),
    "sweep": partial(measure, "sweep"),
    "reset": reset,
}
