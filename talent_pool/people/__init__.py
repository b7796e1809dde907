"""Who can do what, and who may see it; step 1: rosters and the skills firms claim."""
