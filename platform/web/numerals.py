"""Numbers as people here write them: thousands apart, no idle zeros."""

from decimal import Decimal


def number(value):
    """1240 → 1,240"""
    return f"{value:,}"


def hours(value):
    """32.0 → 32 and 3.50 → 3.5"""
    plain = Decimal(str(value)).normalize()
    return f"{plain:,f}"
