"""Rosters imported by the command, as an operator does it, for two firms that know nothing of each other."""

import io
import json

import pytest
from django.core.management import call_command
from django.utils import translation

from ecosystem.models import Organization
from tests.factories.ecosystem import make_organization


class Importing:
    """`look` tells what an import would do, `commit` does it; both return the JSON as printed, parsed by `told`."""

    def __init__(self, folder):
        self.file = folder / "roster"

    def printed(self, content: bytes, uscc: str, *options: str) -> str:
        self.file.write_bytes(content)
        out = io.StringIO()
        call_command("import_roster", str(self.file), "--firm", uscc, *options, stdout=out)
        return out.getvalue()

    def look(self, content: bytes, firm: Organization) -> dict:
        return json.loads(self.printed(content, firm.uscc, "--json"))

    def commit(self, content: bytes, firm: Organization) -> dict:
        return json.loads(self.printed(content, firm.uscc, "--json", "--commit"))


@pytest.fixture
def importing(tmp_path) -> Importing:
    return Importing(tmp_path)


@pytest.fixture
def firm() -> Organization:
    return make_organization("余杭示例智能有限公司")


@pytest.fixture
def other_firm() -> Organization:
    return make_organization("临平示例算力有限公司")


@pytest.fixture
def in_english():
    with translation.override("en"):
        yield
