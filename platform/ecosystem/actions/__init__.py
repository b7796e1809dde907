"""Writes: employments answered, roles granted, organizations registered, the source's facts read."""
