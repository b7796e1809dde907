"""The skills vocabulary: a small governed list, found by many names."""

from django.db import models

from competency.enums import Category


class Skill(models.Model):
    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=80)
    name_en = models.CharField(max_length=120)
    category = models.CharField(max_length=20, choices=Category)
    chain_code = models.CharField(max_length=40)

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name


class SkillAlias(models.Model):
    skill = models.ForeignKey(Skill, models.CASCADE, related_name="aliases")
    text = models.CharField(max_length=80, unique=True)

    def __str__(self) -> str:
        return self.text
