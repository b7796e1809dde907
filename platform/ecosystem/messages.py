"""The ecosystem's words in the bell, and its texts to a phone."""

from django.utils.translation import gettext_lazy as _

from ecosystem import letters
from messaging import kinds

kinds.register(
    "ecosystem.announcement", title=_("New announcement"), text="%(title)s", words=("title",), icon="megaphone"
)
kinds.register(
    "ecosystem.announcement_reminder",
    title=_("Your HR asks you to read this"),
    text="%(title)s",
    words=("title",),
    icon="megaphone",
)

kinds.register("ecosystem.invitation", title=_("Invitation"), letter=letters.invitation)
kinds.register("ecosystem.unwelcome", title=_("Request to join"), letter=letters.unwelcome)
kinds.register(
    "ecosystem.correction_answered",
    title=_("%(firm)s has answered your correction"),
    words=("firm",),
    icon="user-check",
)

kinds.register("ecosystem.application_question", title=_("Question of the office"), letter=letters.question)
kinds.register("ecosystem.application_declined", title=_("Application declined"), letter=letters.declined)
