"""The site's own processes: started together, watched, and ended without leftovers."""

import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

from devtools.places import PYTHON, ROOT, state
from devtools.progress import say

MARK = "LIANCAI_PROCESS"
PATIENCE = 8
PR_SET_PDEATHSIG = 1


class Processes:
    """Children in process groups of their own, with their output in the log folder and on the terminal.

    `kind` tells those of `dev run` from those of a bench beside it.
    """

    def __init__(self, kind: str):
        self.kind = kind
        self.children: dict[str, subprocess.Popen] = {}
        self.shown = threading.Event()

    def start(self, name: str, command: list[str], env: dict) -> None:
        child = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**env, MARK: mark(self.kind)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=end_with_parent if sys.platform == "linux" else None,
        )
        self.children[name] = child
        threading.Thread(target=self.forward, args=(name, child), daemon=True).start()

    def forward(self, name: str, child: subprocess.Popen) -> None:
        with (state() / "logs" / f"{name}.log").open("ab") as log:
            for line in child.stdout:
                log.write(line)
                log.flush()
                if self.shown.is_set():
                    print(f"{name:>7} | {line.decode(errors='replace')}", end="", flush=True)

    def ended(self) -> str | None:
        """The name of a child that has ended, if one has."""
        return next((name for name, child in self.children.items() if child.poll() is not None), None)

    def stop(self) -> None:
        self.shown.clear()
        for child in self.children.values():
            signal_group(child.pid, signal.SIGTERM)
        deadline = time.monotonic() + PATIENCE
        for child in self.children.values():
            try:
                child.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                pass
        for child in self.children.values():
            signal_group(child.pid, signal.SIGKILL)
            child.wait()
        end_leftovers(self.kind)


def end_with_parent() -> None:
    """Between fork and exec: have the kernel end this process when `dev` dies, even by SIGKILL."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def signal_group(pid: int, number: int) -> None:
    try:
        os.killpg(pid, number)
    except (ProcessLookupError, PermissionError):
        pass


def mark(kind: str) -> str:
    return f"{state()}:{kind}"


def end_leftovers(kind: str) -> int:
    """End processes that an earlier `dev run` of this checkout left behind; returns how many."""
    found = leftovers(kind)
    for pid in found:
        signal_one(pid, signal.SIGTERM)
    deadline = time.monotonic() + PATIENCE
    while leftovers(kind) and time.monotonic() < deadline:
        time.sleep(0.1)
    for pid in leftovers(kind):
        signal_one(pid, signal.SIGKILL)
    return len(found)


def leftovers(kind: str) -> list[int]:
    """Processes that carry this checkout's mark in their environment."""
    wanted = f"{MARK}={mark(kind)}".encode()
    found = []
    for environ in Path("/proc").glob("[0-9]*/environ"):
        try:
            if wanted in environ.read_bytes().split(b"\0"):
                found.append(int(environ.parent.name))
        except OSError:
            continue
    return found


def signal_one(pid: int, number: int) -> None:
    try:
        os.kill(pid, number)
    except (ProcessLookupError, PermissionError):
        pass


def django(*arguments: str) -> list[str]:
    return [str(PYTHON), str(ROOT / "manage.py"), *arguments]


def environment(settings: str, **more: str) -> dict:
    """What every child of `dev` gets."""
    (state() / "static").mkdir(exist_ok=True)
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": settings,
        "LIANCAI_STATE": str(state()),
        "PYTHONUNBUFFERED": "1",
        **more,
    }


def run_quietly(command: list[str], env: dict) -> str:
    """Run to the end; the output is shown only when it failed, and returned otherwise."""
    done = subprocess.run(command, cwd=ROOT, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode != 0:
        say(done.stdout + done.stderr)
        raise subprocess.CalledProcessError(done.returncode, command)
    return done.stdout


def run_in_foreground(command: list[str], env: dict, cwd: Path | None = ROOT) -> int:
    """Run with our terminal. Ctrl-C is the child's to answer; a SIGTERM to us is passed on."""
    child = subprocess.Popen(command, cwd=cwd, env=env)
    signal.signal(signal.SIGINT, lambda *_: None)
    signal.signal(signal.SIGTERM, lambda *_: child.terminate())
    return child.wait()
