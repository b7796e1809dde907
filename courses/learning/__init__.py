"""Runs with seats, enrollments, progress over a pinned outline, study hours and certificates."""
