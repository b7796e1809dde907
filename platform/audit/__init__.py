"""Who did what, for which organization, when; and what must still leave the house. Opaque ids only.

audit.record(by=user, for_org=organization, verb="learning.enrolled", subject=enrollment, at=now, seat=3)
outbox.post("learning.enrolled", enrollment_id=enrollment.pk)
"""


def record(**entry) -> None:
    """See `audit.ledger.record`."""
    from audit.ledger import record  # Django imports this package before models may be

    record(**entry)
