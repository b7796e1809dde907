"""Find it: the skills that people's words mean."""

from collections.abc import Iterable

from django.contrib.postgres.aggregates import ArrayAgg

from competency.models import Skill
from competency.vocabulary import Match, Vocabulary


def load_vocabulary() -> Vocabulary:
    """All skills with all their names, in one query. An import loads it once for all its rows."""
    skills = Skill.objects.annotate(alias_texts=ArrayAgg("aliases__text", default=[]))
    return Vocabulary((skill, [skill.name, skill.name_en, *filter(None, skill.alias_texts)]) for skill in skills)


def match_skills(texts: Iterable[str]) -> Match:
    """`(skills, unknown)`: what the texts mean, and the texts that mean nothing yet, as typed."""
    return load_vocabulary().match(texts)
