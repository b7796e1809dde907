"""What `dev faults` breaks on purpose: a name, and the dotted path of a trial (see measuring.py)."""

FAULTS = {
    "import": "config.import_faults.run",
}
