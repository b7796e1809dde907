"""The compose file, read as a person in operations would: what starts when, what scales, where secrets come from."""

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docker-compose.yml").read_text()
COMPOSE = yaml.safe_load(TEXT)
SERVICES = COMPOSE["services"]
OURS = ("migrate", "web", "worker", "beat")


def needed_by_production() -> set[str]:
    source = (ROOT / "platform/config/settings/production.py").read_text()
    return set(re.findall(r'required\("(\w+)"\)', source))


def test_the_services_are_these():
    assert set(SERVICES) == {"postgres", "redis", "migrate", "web", "worker", "beat", "proxy"}


@pytest.mark.parametrize("name", OURS)
def test_every_setting_that_production_requires_is_given(name):
    assert needed_by_production() - set(SERVICES[name]["environment"]) == set()


def test_every_secret_comes_from_the_environment_and_its_absence_is_said():
    secret = re.findall(r"(SECRET_KEY|POSTGRES_PASSWORD): (.+)", TEXT)
    assert [name for name, value in secret if not value.startswith(f"${{{name}:?")] == []
    assert "${POSTGRES_PASSWORD:?" in SERVICES["web"]["environment"]["DATABASE_URL"]


@pytest.mark.parametrize("name", ["web", "worker", "beat"])
def test_nothing_of_ours_starts_before_the_migrations(name):
    assert SERVICES[name]["depends_on"] == {
        "postgres": {"condition": "service_healthy"},
        "redis": {"condition": "service_healthy"},
        "migrate": {"condition": "service_completed_successfully"},
    }


@pytest.mark.parametrize("name", ["web", "worker"])
def test_what_scales_has_neither_a_host_port_nor_a_name(name):
    assert {"ports", "container_name", "hostname"} & set(SERVICES[name]) == set()


def test_only_the_proxy_listens_outside_and_on_loopback_unless_told():
    assert {name: told["ports"] for name, told in SERVICES.items() if "ports" in told} == {
        "proxy": ["${LISTEN:-127.0.0.1:8080}:8080"]
    }


def test_every_lasting_service_has_a_health_check():
    assert {name for name, told in SERVICES.items() if "healthcheck" not in told} == {"migrate"}


@pytest.mark.parametrize("name", OURS)
def test_ours_run_without_rights(name):
    told = SERVICES[name]
    assert (told["read_only"], told["cap_drop"], told["security_opt"]) == (True, ["ALL"], ["no-new-privileges:true"])


def test_every_volume_is_declared_and_used():
    mounts = [mount for told in SERVICES.values() for mount in told.get("volumes", [])]
    named = {mount.split(":")[0] for mount in mounts if not mount.startswith(("./", "/"))}
    assert named == set(COMPOSE["volumes"])


def test_the_proxy_sends_private_files_only_when_told_to():
    config = (ROOT / "deploy/nginx.conf").read_text()
    prefix = SERVICES["web"]["environment"]["PRIVATE_X_ACCEL_PREFIX"]
    location = re.search(rf"location {prefix} {{(.+?)}}", config, re.DOTALL)[1]
    assert location.split() == ["internal;", "alias", "/var/lib/liancai/private/;"]


def test_the_image_runs_as_nobody_in_particular_without_demo_or_embedded_servers():
    dockerfile = (ROOT / "Dockerfile").read_text()
    assert re.findall(r"^USER (\w+)$", dockerfile, re.MULTILINE) == ["liancai"]
    assert "requirements-dev" not in dockerfile
    assert "!demo" not in (ROOT / ".dockerignore").read_text()
