"""How a rule says no."""


class NotAllowed(Exception):
    """A reason, fit for the person's eyes, why an act is refused."""
