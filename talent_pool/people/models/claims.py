"""What firms say their people can do; the talent pool proper, with evidence and consent, stands on it later."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SkillClaim(models.Model):
    """A firm's roster says that its employee has a skill. It says nothing of how well, and proves nothing."""

    employment = models.ForeignKey("ecosystem.Employment", models.CASCADE, related_name="skill_claims")
    skill = models.ForeignKey("competency.Skill", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("skill on the roster")
        constraints = [models.UniqueConstraint(fields=["employment", "skill"], name="one_claim_per_skill")]

    def __str__(self) -> str:
        return f"skill claim {self.pk}"


class UnknownSkill(models.Model):
    """A word on a firm's roster that no skill is known by: kept as the firm wrote it until somebody has looked at it.

    `seen` is the number of people of whom the firm's latest roster with this word says it.
    """

    organization = models.ForeignKey("ecosystem.Organization", models.PROTECT, related_name="unknown_skills")
    text = models.CharField(_("word on the roster"), max_length=80)
    seen = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organization", "text"], name="one_unknown_skill_per_word")]
        indexes = [models.Index(fields=["text"], name="unknown_skill_by_word")]

    def __str__(self) -> str:
        return self.text
