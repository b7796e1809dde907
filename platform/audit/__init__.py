"""Who did what, for which organization, when; and what must still leave the house. Opaque ids only.

    audit.record(by=user, for_org=organization, verb="learning.enrolled", subject=enrollment, at=now, seat=3)
    outbox.post("learning.enrolled", enrollment_id=enrollment.pk)
"""

from audit.ledger import record

__all__ = ["record"]
