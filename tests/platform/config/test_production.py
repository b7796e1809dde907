"""Production refuses to start beside the demo, and says which variable it misses."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
COMPLETE = {
    "SECRET_KEY": "x" * 60,
    "SITE_URL": "https://liancai.example",
    "DATABASE_URL": "postgresql:///none",
    "REDIS_URL": "redis://localhost:1/0",
    "ALLOWED_HOSTS": "liancai.example",
    "SMS_GATEWAY": "messaging.sms.NoGateway",
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
}


def check(**changes) -> subprocess.CompletedProcess:
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": f"{ROOT / 'platform'}:{ROOT}", **COMPLETE, **changes}
    return subprocess.run(
        [sys.executable, "-m", "config", "check"],
        env={name: value for name, value in environment.items() if value is not None},
        capture_output=True,
        text=True,
        cwd="/",
        check=False,
    )


def test_complete_settings_pass():
    assert check().returncode == 0


def test_a_missing_variable_is_named():
    assert "Set the environment variable SECRET_KEY" in check(SECRET_KEY=None).stderr


def test_the_gateway_that_shows_codes_stops_the_start():
    result = check(SMS_GATEWAY="demo.sms.ShownGateway")
    assert (result.returncode, "config.E002" in result.stderr) == (1, True)
