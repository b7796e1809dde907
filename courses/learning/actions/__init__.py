"""Writes: runs opened, seats taken and given back, lessons learned, courses completed, certificates issued.

Locks are taken in one order: the learner, the pools of a run by their ids, the enrollment.
"""
