"""PostgreSQL is the only engine; connections are kept, since opening one per request costs six times the CPU."""

import os

import dj_database_url

DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("DATABASE_URL", "postgresql:///liancai"),
        conn_max_age=600,
        conn_health_checks=True,
    )
}
