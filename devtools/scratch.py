"""Databases beside the one that DATABASE_URL names, on the same server; runs inside the environment."""

import os
import sys
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql


def beside(name: str) -> str:
    """The address with another database name."""
    return urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}"))


def ensure(name: str) -> None:
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        if not server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))


def copy(source: str, name: str) -> None:
    """A fresh copy; an older one of that name is dropped.

    By FILE_COPY, which ends with a checkpoint: of a database copied through the log PostgreSQL (18.4) forgets the last
    numbers of its sequences when it crashes soon after, and faults crash it.
    """
    make = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY")
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
        server.execute(make.format(sql.Identifier(name), sql.Identifier(source)))


if __name__ == "__main__":
    verb, *names = sys.argv[1:]
    {"ensure": ensure, "copy": copy}[verb](*names)
    print(beside(names[-1]))
