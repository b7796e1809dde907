"""May I? One file for each noun."""

from ecosystem.rules.employments import ANSWERS, can_answer, can_keep_staff
from ecosystem.rules.refusals import NotAllowed
from ecosystem.rules.staff import Conflict

__all__ = ["ANSWERS", "Conflict", "NotAllowed", "can_answer", "can_keep_staff"]
