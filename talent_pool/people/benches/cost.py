"""What a piece of work costs: CPU, time on the clock, memory above what the process held when idle.

The processes that the work starts count as its own, and so does the database's while it runs on this machine.
"""

import os
import resource
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

from django.db import connection

TICKS = os.sysconf("SC_CLK_TCK")
EVERY = 0.02


def cost_of(work: Callable[[], None]) -> dict[str, float]:
    """`cpu_s`, `wall_s` and `mib`; of those `database_cpu_s` was the database's."""
    connection.ensure_connection()
    before, database_before, began = own_cpu(), database_cpu(), time.perf_counter()
    peak = most_memory(work)
    database = database_cpu() - database_before
    return {
        "cpu_s": round(own_cpu() - before + database, 2),
        "database_cpu_s": round(database, 2),
        "wall_s": round(time.perf_counter() - began, 2),
        "mib": round(peak / 1024),
    }


def own_cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def database_cpu() -> float:
    """Seconds of the process that serves our connection; 0 when it runs elsewhere."""
    try:
        stat = Path(f"/proc/{connection.connection.info.backend_pid}/stat").read_text()
    except OSError:
        return 0.0
    fields = stat.rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def most_memory(work: Callable[[], None]) -> int:
    """KiB above the idle process, looked at again and again while the work is done."""
    idle, done = memory(), Event()
    seen = [idle]

    def watch() -> None:
        while not done.wait(EVERY):
            seen.append(memory())

    watcher = Thread(target=watch, daemon=True)
    watcher.start()
    try:
        work()
        seen.append(memory())
    finally:
        done.set()
        watcher.join()
    return max(seen) - idle


def memory() -> int:
    """KiB resident in this process and in those its main thread started.

    One that has not become another program yet still shows our memory as its own, and is not counted.
    """
    mine = os.getpid()
    started = Path(f"/proc/{mine}/task/{mine}/children").read_text().split()
    others = [pid for pid in started if told(pid, "cmdline") != told(str(mine), "cmdline")]
    return sum(map(resident, [str(mine), *others]))


def resident(pid: str) -> int:
    lines = (line.split() for line in told(pid, "status").splitlines())
    return next((int(line[1]) for line in lines if line[0] == "VmRSS:"), 0)


def told(pid: str, what: str) -> str:
    try:
        return Path(f"/proc/{pid}/{what}").read_text()
    except OSError:
        return ""  # it has ended meanwhile
