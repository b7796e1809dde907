"""What a running site takes while something is done: memory above what it held when idle, and CPU.

Its programs, its worker and their readers; of CPU the database's too, while that runs on this machine.
"""

import os
from pathlib import Path
from threading import Event, Thread
from typing import Self

from django.db import connection

TICKS = os.sysconf("SC_CLK_TCK")
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

    def cpu(self) -> float:
        """Seconds so far; those of processes that have ended count with their parents."""
        return sum(map(used, {*self.processes, *readers(), *of_the_database()}))

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


def used(pid: int) -> float:
    fields = told(pid, "stat").rpartition(b")")[2].split()
    return sum(map(int, fields[11:15])) / TICKS


def of_the_database() -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute("SHOW data_directory")
        folder = Path(cursor.fetchone()[0])
    try:
        server = int((folder / "postmaster.pid").read_text().split()[0])
        return [server, *map(int, told(server, f"task/{server}/children").split())]
    except (OSError, ValueError):
        return []


def told(pid: int, what: str) -> bytes:
    try:
        return Path(f"/proc/{pid}/{what}").read_bytes()
    except OSError:
        return b""
