"""The vocabulary that comes with the project, as the migrations put it into every database."""

from collections import Counter, defaultdict

import pytest

from competency.enums import Category
from competency.models import Skill, SkillAlias
from competency.skill_list import load_skills, read_skill_list
from competency.vocabulary import as_key

LISTED = read_skill_list()


def test_the_list_is_whole():
    assert (len(LISTED), sum(len(skill.aliases) for skill in LISTED)) == (189, 839)
    assert Counter(skill.category for skill in LISTED) == {"rd": 121, "management": 36, "marketing": 32}
    assert Counter(skill.chain_code for skill in LISTED) == {"software_ai": 51, "computing": 33, "ic": 43, "all": 62}
    assert {skill.category for skill in LISTED} == set(Category.values)


def test_no_name_means_two_skills():
    meanings = defaultdict(set)
    for skill in LISTED:
        for text in (skill.name, skill.name_en, *skill.aliases):
            meanings[as_key(text)].add(skill.code)
    assert {text: codes for text, codes in meanings.items() if len(codes) > 1} == {}


def test_names_are_there_and_have_no_space_around():
    texts = [text for skill in LISTED for text in (skill.code, skill.name, skill.name_en, *skill.aliases)]
    assert [text for text in texts if not text or text != text.strip()] == []


@pytest.mark.django_db
def test_the_migrations_bring_the_list():
    assert stored() == {
        skill.code: (skill.name, skill.name_en, skill.category, skill.chain_code, set(skill.aliases))
        for skill in LISTED
    }


@pytest.mark.django_db
def test_loading_again_repairs_the_list_and_keeps_what_was_added():
    before = stored()
    Skill.objects.filter(code="RD-SW-001").update(name="旧名", category="marketing")
    SkillAlias.objects.filter(text="派森").update(skill=Skill.objects.get(code="RD-SW-002"))
    SkillAlias.objects.filter(text="Django").delete()
    SkillAlias.objects.create(skill=Skill.objects.get(code="RD-SW-001"), text="Litestar")
    load_skills(Skill, SkillAlias)
    before["RD-SW-001"][4].add("Litestar")
    assert stored() == before


def stored():
    skills = Skill.objects.prefetch_related("aliases")
    return {
        skill.code: (
            skill.name,
            skill.name_en,
            skill.category,
            skill.chain_code,
            {alias.text for alias in skill.aliases.all()},
        )
        for skill in skills
    }
