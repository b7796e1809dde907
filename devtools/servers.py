"""Who uses the servers, and who stops them: the last one out.

Each user holds a shared lock on one file. The kernel drops it with the process, even a killed one,
so nobody counts, and whoever can take the lock alone at its end is the last.
"""

import fcntl
import os
from contextlib import contextmanager

from devtools.places import Refusal, state
from devtools.postgres import OWNER, Postgres
from devtools.redis import Redis

KINDS = ("run", "test", "measure")
"""`run` keeps its data safely, `test` gives that up for speed, `measure` is safe and scratch."""


class Addresses(dict):
    """The environment variables that name the servers of ours, and whether those still run."""

    def __init__(self, postgres: Postgres | None, redis: Redis | None):
        self.ours = {"PostgreSQL": postgres, "Redis": redis}
        super().__init__(
            **({"DATABASE_URL": postgres.url()} if postgres else {}),
            **({"REDIS_URL": redis.url()} if redis else {}),
        )

    def ended(self) -> str | None:
        """The name of a server that has ended under us, if one has."""
        return next((name for name, server in self.ours.items() if server is not None and server.ended()), None)


@contextmanager
def servers(kind: str = "run"):
    """PostgreSQL and Redis for the `with` block; yields their addresses as environment variables.

    A server that DATABASE_URL or REDIS_URL names is used as it is and neither started nor stopped.
    """
    postgres = None if os.environ.get("DATABASE_URL") else postgres_for(kind)
    redis = None if os.environ.get("REDIS_URL") else Redis(named("redis", kind))
    ours = [server for server in (postgres, redis) if server is not None]
    with locks(kind) as (users, door):
        with alone(door):
            fcntl.flock(users, fcntl.LOCK_SH)
            for server in ours:
                server.start()
            if postgres is not None:
                postgres.create(OWNER)
        try:
            yield Addresses(postgres, redis)
        finally:
            with alone(door):
                if is_last(users):
                    stop(ours)


def stop_unused(kind: str) -> None:
    """Stop what a killed process left running; refuse while somebody uses it."""
    with locks(kind) as (users, door), alone(door):
        if not is_last(users):
            raise Refusal("Another `dev` command of this checkout is using the servers; let it end first.")
        if (state() / named("postgres", kind)).exists():
            stop([postgres_for(kind)])
        stop([Redis(named("redis", kind))])


def postgres_for(kind: str) -> Postgres:
    return Postgres(named("postgres", kind), careless=kind == "test")


def named(server: str, kind: str) -> str:
    return server if kind == "run" else f"{server}-{kind}"


def stop(running) -> None:
    for server in reversed(running):
        server.stop()


@contextmanager
def locks(kind: str):
    with open(state() / f"{kind}-users.lock", "w") as users, open(state() / f"{kind}-door.lock", "w") as door:
        yield users, door


@contextmanager
def alone(door):
    fcntl.flock(door, fcntl.LOCK_EX)
    try:
        yield
    finally:
        fcntl.flock(door, fcntl.LOCK_UN)


def is_last(users) -> bool:
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
