"""What is said, and to whom: one choice for the audience with its chain or department."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ecosystem.enums import Audience
from ecosystem.models import Announcement, Chain, Department
from ecosystem.rules.announcements import TO_A_CHAIN, TO_OWN_STAFF, Voice


def spoken(audience: str, row_id: int | None = None) -> str:
    """`staff`, `department:5`, `chain:2`"""
    return f"{audience}:{row_id}" if row_id else str(audience)


def choices_for(voice: Voice) -> list[tuple[Any, Any]]:
    """Whom the voice may speak to; what asks for a chain or a department is a group of them."""
    chains = Chain.objects.all() if voice.is_office else Chain.objects.filter(pk__in=voice.chain_ids)
    departments = Department.objects.filter(organization=voice.organization_id).order_by("name", "pk")
    rows: dict[str, list] = {
        Audience.DEPARTMENT: list(departments) if voice.organization_id else [],
        **{audience: list(chains) for audience in TO_A_CHAIN},
    }
    found: list[tuple[Any, Any]] = []
    for audience in voice.audiences:
        if audience not in rows:
            found.append((spoken(audience), audience.label))
        elif rows[audience]:
            found.append((audience.label, [(spoken(audience, row.pk), str(row)) for row in rows[audience]]))
    return found


class AnnouncementForm(forms.Form):
    to = forms.ChoiceField()
    title = forms.CharField(label=_("Announcement title"), max_length=80)
    body = forms.CharField(
        label=_("Text of the announcement"), max_length=4000, widget=forms.Textarea(attrs={"rows": 10})
    )

    def __init__(self, *args: Any, voice: Voice, of: Announcement | None = None, **kwargs: Any) -> None:
        if of is not None:
            to = spoken(of.audience, of.chain_id or of.department_id)
            kwargs["initial"] = {"to": to, "title": of.title, "body": of.body}
        super().__init__(*args, **kwargs)
        self.voice = voice
        self.fields["to"] = forms.ChoiceField(label=_("To whom"), choices=choices_for(voice))

    def words(self) -> dict[str, Any]:
        """The fields of the announcement that follow from what was chosen and typed."""
        audience, _colon, row_id = self.cleaned_data["to"].partition(":")
        return {
            "audience": audience,
            "organization_id": self.voice.organization_id if audience in TO_OWN_STAFF else None,
            "chain_id": int(row_id) if audience in TO_A_CHAIN else None,
            "department_id": int(row_id) if audience == Audience.DEPARTMENT else None,
            "title": self.cleaned_data["title"],
            "body": self.cleaned_data["body"],
        }
