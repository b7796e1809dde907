"""The source's facts come in once, however often they are read, and bring nothing that the source does not say."""

import json

import pytest
from django.core.management import CommandError, call_command

from ecosystem import queries
from ecosystem.enums import PositionKind
from ecosystem.models import Chain, ChainPosition, Ecosystem, Field, Organization

pytestmark = pytest.mark.django_db

FACTS = {
    "ecosystem": {"name": "示例生态圈", "name_en": "Sample", "district": "某区", "lead_body": "某党委"},
    "chains": [
        {
            "code": "software_ai",
            "name": "高端软件和人工智能",
            "name_en": "Software and AI",
            "committee": "某综合党委",
            "anchor": {"name": "某科技", "focus": "决策智能", "honours": ["2022年度风云企业"]},
        },
        {"code": "ic", "name": "集成电路", "name_en": "ICs", "committee": "另一综合党委", "anchor": None},
    ],
    "fields": ["智能诊疗", "视觉智能"],
}


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "ecosystem.json"
    path.write_text(json.dumps(FACTS), encoding="utf-8")
    return path


def everything() -> list[list[tuple]]:
    models = (Ecosystem, Chain, Field, Organization, ChainPosition)
    return [sorted(model.objects.values_list(), key=str) for model in models]


def test_reading_twice_is_reading_once(file):
    call_command("import_ecosystem", str(file))
    once = everything()
    call_command("import_ecosystem", str(file))
    assert (everything(), [len(rows) for rows in once]) == (once, [1, 2, 2, 1, 1])


def test_an_organization_named_in_the_source_carries_the_sources_facts_only(file):
    call_command("import_ecosystem", str(file))
    named = Organization.objects.get()
    assert (named.name, named.focus, named.honours) == ("某科技", "决策智能", ["2022年度风云企业"])
    assert (named.uscc, named.firm_code, named.is_demo, named.employments.count()) == (None, None, False, 0)


def test_the_anchor_leads_its_chain_and_a_chain_without_one_has_none(file):
    call_command("import_ecosystem", str(file))
    led = {chain.code: queries.anchor_on(chain, queries.today()) for chain in Chain.objects.all()}
    assert led == {"software_ai": Organization.objects.get(), "ic": None}
    assert ChainPosition.objects.get().kind == PositionKind.ANCHOR


def test_a_file_of_something_else_gets_a_sentence_and_writes_nothing(tmp_path):
    other = tmp_path / "other.json"
    other.write_text('{"chains": []}', encoding="utf-8")
    with pytest.raises(CommandError, match="is not an ecosystem file"):
        call_command("import_ecosystem", str(other))
    assert everything() == [[], [], [], [], []]
