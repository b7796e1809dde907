"""The shared words of courses, plans and the pool: skills, categories, levels, titles, education."""
