"""A firm's roster: from a spreadsheet to people, employments and skills. See docs/rosters.md.

reading: file → `Roster` (header, rows, faults, columns left out). matching: roster and the firm's staff → `Plan`.
actions: the plan carried out in one transaction. outcome: what both are told as.
"""
