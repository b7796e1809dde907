"""A database that crashes in the middle of an import and comes back."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from django.db import InterfaceError, OperationalError, connection

from jobs.tasks import LOCKS

PATIENCE = 60
Result = TypeVar("Result")


def crash(job_id: int) -> str:
    """Kill the process that serves the job, so that the server loses all sessions and recovers from its log.

    Only a server of this checkout is treated so; of another one the sessions of our database are ended. Returns which.
    """
    if is_ours():
        os.kill(process_of(job_id), signal.SIGKILL)
        return "crashed and recovered"
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    return "sessions ended"


def is_ours() -> bool:
    """The server's folder lies beside that of our own files, as `dev` lays them out."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW data_directory")
        folder = Path(cursor.fetchone()[0])
    ours = os.environ.get("LIANCAI_STATE", "")
    return bool(ours) and folder.parent == Path(ours).parent and (folder / "postmaster.pid").exists()


def process_of(job_id: int) -> int:
    """The process of the database that holds the job's lock, and so serves whoever does it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND classid = %s AND objid = %s", [LOCKS, job_id]
        )
        return cursor.fetchone()[0]


def patiently(ask: Callable[[], Result]) -> Result:
    """The answer, from a database that may just be coming back."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return ask()
        except (OperationalError, InterfaceError):
            connection.close()
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)
