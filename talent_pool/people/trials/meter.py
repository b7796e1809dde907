"""How much memory a running site takes above what it held when idle: its programs, its worker, their readers."""

import os
from pathlib import Path
from threading import Event, Thread
from typing import Self

EVERY = 0.03
READER = b"reader.py"


class Meter:
    """For a `with` block around each piece of work: `peak` is MiB above the idle site.

    The site's processes are those which share our LIANCAI_STATE and live when the meter is made; each is counted by
    what it does not share with others. Of those that come later only readers of workbooks count.
    """

    def __init__(self) -> None:
        self.processes = {pid for pid in processes() if is_of_the_site(pid)}
        self.peak = 0

    def __enter__(self) -> Self:
        self.done, self.idle = Event(), self.held()
        self.seen = [self.idle]
        self.watcher = Thread(target=self.watch, daemon=True)
        self.watcher.start()
        return self

    def __exit__(self, *_) -> None:
        self.done.set()
        self.watcher.join()
        self.peak = round((max(self.seen) - self.idle) / 1024)

    def watch(self) -> None:
        while not self.done.wait(EVERY):
            self.seen.append(self.held())

    def held(self) -> int:
        """KiB."""
        return sum(map(private, self.processes)) + sum(map(private, readers()))


def processes() -> list[int]:
    return [int(folder.name) for folder in Path("/proc").glob("[0-9]*") if int(folder.name) != os.getpid()]


def is_of_the_site(pid: int) -> bool:
    ours = f"LIANCAI_STATE={os.environ.get('LIANCAI_STATE', '')}".encode()
    return ours in told(pid, "environ").split(b"\0")


def readers() -> list[int]:
    return [pid for pid in processes() if READER in told(pid, "cmdline") and is_of_the_site(pid)]


def private(pid: int) -> int:
    """KiB of a process, and its share of what it has in common with others."""
    lines = (line.split() for line in told(pid, "smaps_rollup").splitlines())
    return next((int(line[1]) for line in lines if line[0] == b"Pss:"), 0)


def told(pid: int, what: str) -> bytes:
    try:
        return Path(f"/proc/{pid}/{what}").read_bytes()
    except OSError:
        return b""
