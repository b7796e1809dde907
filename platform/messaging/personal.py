"""What is kept of what was said to a person."""

from django.utils.translation import gettext_lazy as _

from privacy.inventory import Basis, Erasure, Impersonal, Keep, Personal, declare, declare_json, head

A_YEAR = Keep(_("12 months"), "messaging.Message")
A_QUARTER = Keep(_("90 days"), "messaging.Delivery")
TOLD = _("to let the person know, and to know what is still unread")
TEXTED = _("to send a text once, and not too often")


def told(label, **facts) -> Personal:
    return Personal(TOLD, Basis.CONTRACT, A_YEAR, Erasure.DELETE, label=label, **facts)


def texted(label) -> Personal:
    return Personal(TEXTED, Basis.CONTRACT, A_QUARTER, Erasure.DELETE, label=label)


declare(
    "messaging.Message",
    "person",
    kind=told(_("kind of message")),
    data=told(_("what it said")),
    created_at=told(_("sent on")),
    read_at=told(_("read on")),
    key=Impersonal("what it is about, by number"),
    url=Impersonal("where it leads, an address of ours"),
)
declare_json("messaging.Message.data", {word: told(_("what it said")) for word in ("firm", "title")})
declare(
    "messaging.Delivery",
    "person",
    kind=texted(_("kind of text")),
    state=texted(_("state")),
    at=texted(_("asked on")),
    sent_at=texted(_("sent on")),
    ref_id=Impersonal("what it is about, by number"),
    tries=Impersonal("how often it was tried"),
)

head("messaging.Message", _("Messages to you"))
head("messaging.Delivery", _("Texts to your phone"))
