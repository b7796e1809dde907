"""What the room below holds: the audit and the outbox know people by number only. And what a log line may say."""

from django.utils.translation import gettext_lazy as _

from privacy.inventory import (
    Basis,
    Erasure,
    Impersonal,
    Keep,
    Personal,
    declare,
    declare_json,
    head,
    not_about_a_person,
)

TRAIL = Keep(_("as long as what it proves counts; it names nobody, only numbers"))
UNCHANGEABLE = _("an audit that can be changed proves nothing; it holds numbers and codes, no name")


def trail(purpose, label) -> Personal:
    """Whoever handles personal data keeps watch over what is done with it (PIPL, articles 51 and 54)."""
    return Personal(purpose, Basis.LEGAL_DUTY, TRAIL, Erasure.KEEP, label=label, because=UNCHANGEABLE)


declare(
    "audit.AuditEntry",
    "by_id",
    by_id=trail(_("to know who did it"), _("done by (number)")),
    at=trail(_("to know when it was done"), _("moment")),
    verb=trail(_("to know what was done"), _("what was done")),
    for_org_id=Impersonal("the organization acted for, by number"),
    subject_type=Impersonal("the kind of what it was done to"),
    subject_id=Impersonal("what it was done to, by number"),
    data=Impersonal("ids, counts and codes: see AUDIT_KEYS"),
)
AUDIT_KEYS = frozenset(
    {"certificate", "changed", "demo", "faulty", "field", "fields", "items", "kind", "most", "new", "people", "pool"}
    | {"rows", "rule", "run", "unchanged", "updated", "verified", "version"}
)
"""What `audit.record` may be told beside keys that end in `_id` or `_ids`: numbers, counts and codes."""

not_about_a_person("audit.OutboxMessage", "ids of rows, delivered and done with")
OUTBOX_KEYS = frozenset({"asked_times"})
"""What `outbox.post` may be told beside keys that end in `_id`: counts that tell one time from the next."""
LOG_KEYS = frozenset({"event", "exc_info", "kind", "method", "ms", "receiver", "request_id", "route", "rule", "status"})
"""What a log line may say beside keys that end in `_id`."""
declare_json("audit.AuditEntry.data", {key: Impersonal("a number or a code") for key in sorted(AUDIT_KEYS)})

head("audit.AuditEntry", _("What you did here"))
