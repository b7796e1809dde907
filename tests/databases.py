"""One migrated, seeded template database, and cheap clones of it: for each worker, and for each test that commits.

The template's name carries a digest of the migrations that made it, so it is built once and used until they change.
What Django plants after migrating (permissions, groups) comes from ordinary code: when that changed, the template is
migrated once more, which plants anew. A clone's name carries the process that made it, so that what a killed run left
is dropped by the next.
"""

import hashlib
import os
import re
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from psycopg import sql

from tests.seed import seed

ROOT = Path(__file__).resolve().parent.parent
CHECKOUT = hashlib.sha256(str(ROOT).encode()).hexdigest()[:8]
PREFIX = f"lc_{CHECKOUT}"
MIGRATIONS = ("platform/**/migrations/*.py", "*/**/migrations/*.py", "tests/seed.py", "requirements.txt")
CODE = tuple(f"{room}/**/*.{kind}" for room in ("platform", "cms", "courses", "talent_pool") for kind in ("py", "csv"))
TEMPLATE_LOCK = int(CHECKOUT, 16)
"""An advisory lock: exclusive to build, refresh or drop the template, shared to clone it."""
numbers = count(1)


def digest(patterns: tuple[str, ...]) -> str:
    made_by = hashlib.sha256()
    for file in sorted({file for pattern in patterns for file in ROOT.glob(pattern)}):
        if ".venv" not in file.parts:
            made_by.update(str(file.relative_to(ROOT)).encode() + file.read_bytes())
    return made_by.hexdigest()[:12]


@contextmanager
def maintenance():
    """A connection beside Django's, to the database that was there before any of ours."""
    database = settings.DATABASES["default"]
    target = {"host": database["HOST"], "port": database["PORT"], "user": database["USER"]}
    given = {key: value for key, value in {**target, "password": database["PASSWORD"]}.items() if value}
    with psycopg.connect(**given, dbname="postgres", autocommit=True) as connection:
        yield connection


def ensure_template() -> str:
    """The template's name; it is built when there is none for the present migrations and seed."""
    name, code = f"{PREFIX}_template_{digest(MIGRATIONS)}", digest(CODE)
    with maintenance() as connection:
        connection.execute("SELECT pg_advisory_lock(%s)", [TEMPLATE_LOCK])
        drop_abandoned(connection)
        if not exists(connection, name):
            for old in names_like(connection, f"{PREFIX}_template_"):
                drop(connection, old)
            build(connection, name)
        elif planted_by(connection, name) != code:
            with django_on(name):
                call_command("migrate", interactive=False, verbosity=0)
        remember(connection, name, code)
    return name


def build(connection, name: str) -> None:
    """Build under another name first: a template that carries its final name is whole."""
    unfinished = f"{PREFIX}_making"
    drop(connection, unfinished)
    connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(unfinished)))
    with django_on(unfinished):
        call_command("migrate", interactive=False, verbosity=0)
        seed()
    rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
    connection.execute(rename.format(sql.Identifier(unfinished), sql.Identifier(name)))


def planted_by(connection, name: str) -> str | None:
    asked = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
    return connection.execute(asked, [name]).fetchone()[0]


def remember(connection, name: str, code: str) -> None:
    comment = sql.SQL("COMMENT ON DATABASE {} IS {}")
    connection.execute(comment.format(sql.Identifier(name), sql.Literal(code)))


def clone(template: str) -> str:
    """A database of one's own, some 50 ms after asking."""
    name = f"{PREFIX}_clone_{os.getpid()}_{next(numbers)}"
    copy = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY WAL_LOG")
    with maintenance() as connection:
        connection.execute("SELECT pg_advisory_lock_shared(%s)", [TEMPLATE_LOCK])
        connection.execute(copy.format(sql.Identifier(name), sql.Identifier(template)))
    return name


def discard(name: str) -> None:
    with maintenance() as connection:
        drop(connection, name)


def drop(connection, name: str) -> None:
    connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def drop_abandoned(connection) -> None:
    for name in names_like(connection, f"{PREFIX}_clone_"):
        owner = re.search(r"_clone_(\d+)_", name)
        if owner and not Path(f"/proc/{owner[1]}").exists():
            drop(connection, name)


def exists(connection, name: str) -> bool:
    return connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None


def names_like(connection, start: str) -> list[str]:
    rows = connection.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [start])
    return [name for (name,) in rows.fetchall()]


def point_django_at(name: str) -> str:
    """Have every thread's next connection go to this database; returns the name it replaces."""
    before = connections.settings["default"]["NAME"]
    connections["default"].close()
    connections.settings["default"]["NAME"] = name
    connections["default"].settings_dict["NAME"] = name
    return before


@contextmanager
def django_on(name: str):
    before = point_django_at(name)
    try:
        yield
    finally:
        point_django_at(before)
