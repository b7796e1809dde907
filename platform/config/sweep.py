"""What `dev sweep` walks through in full: a name, and the dotted path of a trial (see measuring.py)."""

SWEEPS: dict[str, str] = {}
