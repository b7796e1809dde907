"""A job points at whoever started it, whose duty or wish that was; its file is kept for hours."""

from privacy.inventory import not_about_a_person

not_about_a_person("jobs.Job", "it points at whoever started it; ids and counts, and a file deleted within hours")
