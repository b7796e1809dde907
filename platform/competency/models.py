"""The skills vocabulary: a small governed list, each skill found by many names."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from competency.enums import Category


class Skill(models.Model):
    """`chain_code` is a chain's code, or `all` for a skill of every chain."""

    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=80)
    name_en = models.CharField(max_length=120)
    category = models.CharField(max_length=20, choices=Category)
    chain_code = models.CharField(max_length=40)

    class Meta:
        ordering = ["code"]
        verbose_name = _("skill")
        verbose_name_plural = _("skills")

    def __str__(self) -> str:
        return self.name


class SkillAlias(models.Model):
    """Another name of a skill; no two skills share one."""

    skill = models.ForeignKey(Skill, models.CASCADE, related_name="aliases")
    text = models.CharField(max_length=80, unique=True)

    def __str__(self) -> str:
        return self.text
