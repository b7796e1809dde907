"""Who learns what, when, and under which agreement."""
