"""A worker with two processes and a beat, on the database and Redis of whoever starts them; made to be killed."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Self

CELERY = [sys.executable, "-W", "ignore", "-m", "celery", "-q", "-A", "config.celery"]
PATIENCE = 10
LAST_WORDS = 30
"""Lines of their log that are shown when the trial itself breaks off."""


class Workers:
    """For a `with` block. Both programs write into one log, `log`."""

    def __init__(self, **environment: str):
        paths = os.pathsep.join(filter(None, sys.path))
        self.environment = os.environ | {"PYTHONPATH": paths} | environment
        self.folder = tempfile.TemporaryDirectory(prefix="liancai-workers-")
        self.log = Path(self.folder.name) / "log"
        self.worker: subprocess.Popen | None = None
        self.beat: subprocess.Popen | None = None

    def __enter__(self) -> Self:
        self.start()
        schedule = str(Path(self.folder.name) / "beat")
        self.beat = self.run("beat", "--schedule", schedule, "--pidfile=", "--loglevel", "WARNING")
        return self

    def __exit__(self, fault, *_) -> None:
        if fault:
            sys.stderr.write("".join(self.log.read_text(errors="replace").splitlines(keepends=True)[-LAST_WORDS:]))
        for program in filter(None, (self.worker, self.beat)):
            end_group(program, signal.SIGTERM, PATIENCE)
        self.folder.cleanup()

    def start(self) -> None:
        self.worker = self.run("worker", "--concurrency", "2", "--loglevel", "WARNING")

    def run(self, *arguments: str) -> subprocess.Popen:
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [*CELERY, *arguments],
                env=self.environment,
                start_new_session=True,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    def wait_until_ready(self) -> None:
        """Until the worker has its two processes; a queue needs no more, but whoever measures memory does."""
        assert self.worker
        deadline = time.monotonic() + PATIENCE * 3
        while len(children_of(self.worker.pid)) < 2:
            if time.monotonic() > deadline:
                raise TimeoutError("The worker did not start its processes.")
            time.sleep(0.1)

    def kill_children(self) -> int:
        """The processes that do the work, by SIGKILL; the one above them lives and starts others. Returns how many."""
        assert self.worker
        children = children_of(self.worker.pid)
        for pid in children:
            os.kill(pid, signal.SIGKILL)
        return len(children)

    def kill_all(self) -> int:
        """The worker with its children, as a machine without memory does it, and a new one. Returns how many."""
        assert self.worker
        killed = 1 + len(children_of(self.worker.pid))
        end_group(self.worker, signal.SIGKILL, PATIENCE)
        self.start()
        return killed


def children_of(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def end_group(program: subprocess.Popen, how: signal.Signals, patience: float) -> None:
    """With all that it started, and by force in the end."""
    for number in (how, signal.SIGKILL):
        try:
            os.killpg(program.pid, number)
        except ProcessLookupError:
            pass
        try:
            program.wait(patience)
        except subprocess.TimeoutExpired:
            continue
