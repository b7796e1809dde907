"""What production installs: the wheel alone, in an unrelated folder, started by the image's own command."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import sysconfig
import time
import urllib.request
import venv
import zipfile
from pathlib import Path

import pytest

from tests import databases

ROOT = Path(__file__).resolve().parents[2]
ROOMS = {"accounts", "audit", "cms", "competency", "config", "courses", "ecosystem", "jobs", "messaging", "overview"}
ROOMS |= {"privacy", "sheets", "talent_pool", "web", "words"}
PATIENCE = 60


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    """A fresh environment with the wheel and the locked packages, but without the checkout on its path."""
    home = tmp_path_factory.mktemp("production")
    venv.create(home, symlinks=True, with_pip=False)
    packages = next(home.glob("lib/python3*/site-packages"))
    zipfile.ZipFile(wheel).extractall(packages)
    (packages / "locked.pth").write_text(sysconfig.get_path("purelib"))
    return home


def settings(home: Path, database: str) -> dict:
    given = databases.settings.DATABASES["default"]
    host, port, user = given["HOST"].replace("/", "%2F"), given["PORT"], given["USER"]
    return {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "LIANCAI_STATE": str(home / "state"),
        "SECRET_KEY": "k" * 60,
        "SITE_URL": "https://liancai.example",
        "ALLOWED_HOSTS": "liancai.example",
        "SMS_GATEWAY": "messaging.sms.NoGateway",
        "DATABASE_URL": f"postgresql://{user}@{host}{f':{port}' if port else ''}/{database}",
        "REDIS_URL": os.environ["REDIS_URL"],
    }


def image_command() -> list[str]:
    return json.loads(re.search(r"^CMD (\[.+\])$", (ROOT / "Dockerfile").read_text(), re.MULTILINE)[1])


def test_the_wheel_holds_the_rooms_and_nothing_else(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == ROOMS


def test_the_wheel_holds_every_template_style_and_compiled_catalogue(wheel):
    kinds = {".html", ".txt", ".css", ".js", ".svg", ".csv", ".json"}
    rooms = [ROOT / "platform", ROOT / "cms", ROOT / "courses", ROOT / "talent_pool"]
    wanted = {
        str(file.relative_to(ROOT)).removeprefix("platform/")
        for room in rooms
        for file in room.rglob("*")
        if file.suffix in kinds
    }
    wanted |= {
        str(file.relative_to(ROOT).with_suffix(".mo")).removeprefix("platform/")
        for room in rooms
        for file in room.rglob("locale/*/LC_MESSAGES/django.po")
    }
    assert wanted - set(zipfile.ZipFile(wheel).namelist()) == set()


def test_nothing_of_the_checkout_can_be_imported(installed, tmp_path):
    tried = "import importlib.util as i; print([bool(i.find_spec(n)) for n in ('config', 'demo', 'tests', 'devtools')])"
    command = [installed / "bin" / "python", "-c", tried]
    told = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert told == "[True, False, False, False]\n"


@pytest.mark.django_db(transaction=True)
def test_the_images_command_serves_the_site(installed, tmp_path, database_of_its_own):
    env, python = settings(installed, database_of_its_own), str(installed / "bin" / "python")
    subprocess.run(
        [python, "-m", "config", "collectstatic", "--no-input", "-v", "0"], cwd=tmp_path, env=env, check=True
    )
    port = free_port()
    program, *arguments = [part.replace("0.0.0.0:8000", f"127.0.0.1:{port}") for part in image_command()]
    server = subprocess.Popen([python, "-m", program, *arguments], cwd=tmp_path, env=env, start_new_session=True)
    try:
        wait_for(f"http://127.0.0.1:{port}/healthz")
        assert json.load(ask(port, "/readyz")) == {"database": True, "redis": True}
        home = ask(port, "/").read().decode()
        stylesheet = re.search(r'href="(/static/web/site\.[0-9a-f]+\.css)"', home)[1]
        assert ask(port, stylesheet).headers["Cache-Control"] == "max-age=315360000, public, immutable"
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(20)


def ask(port: int, path: str):
    """As the proxy asks: the public name, and that TLS ended before it."""
    headers = {"Host": "liancai.example", "X-Forwarded-Proto": "https"}
    return urllib.request.urlopen(urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers=headers), timeout=30)


def wait_for(address: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(address, timeout=5)
        except OSError:
            time.sleep(0.2)
        else:
            return
    pytest.fail(f"{address} did not answer within {PATIENCE} s")


def free_port() -> int:
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        return line.getsockname()[1]
