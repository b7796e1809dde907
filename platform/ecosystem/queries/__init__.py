"""Find it: reads across nouns, one file for each."""

from ecosystem.queries.chains import anchor_on, chains_with_members
from ecosystem.queries.employments import employments_of, find_person_by_staff_no, role_kinds, today

__all__ = ["anchor_on", "chains_with_members", "employments_of", "find_person_by_staff_no", "role_kinds", "today"]
