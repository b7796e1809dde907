"""By which door the room of privacy, low in the house, has long work done."""

PRIVACY_EXPORTS = "jobs.exports"
"""A module with `start(person=, at=)` and `latest(person)`."""
