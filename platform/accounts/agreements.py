"""What is agreed to at a sign-in: two documents, each with the version in force. Whoever agreed is written down."""

import datetime

from django.db.models import TextChoices
from django.urls import reverse
from django.utils.functional import lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

IN_FORCE_SINCE = datetime.date(2026, 11, 26)


class Document(TextChoices):
    TERMS = "terms", gettext_lazy("terms of use")
    PRIVACY = "privacy", gettext_lazy("privacy policy")


VERSIONS: dict[str, str] = {Document.TERMS: "1.0", Document.PRIVACY: "1.0"}
KEY = "agreed"
"""Where the session remembers what was ticked, until somebody has signed in."""


def sentence() -> SafeString:
    """What one ticks, with both documents a click away."""
    links = [
        format_html('<a class="link" href="{}">{}</a>', reverse(f"accounts:{document}"), document.label)
        for document in Document
    ]
    versions = {f"{document}_version": VERSIONS[document] for document in Document}
    words = _("I have read and accept the {terms} {terms_version} and the {privacy} {privacy_version}")
    return format_html(words, terms=links[0], privacy=links[1], **versions)


sentence_lazy = lazy(sentence, SafeString)
