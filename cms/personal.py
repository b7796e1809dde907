"""The academy holds pages and files, not people; Wagtail notes on each who put it there."""

from privacy.inventory import not_about_a_person

WHO_WROTE_IT = "it points at the author who made it, as a duty at work; the words are for the public"

for model in ("AcademyDocument", "AcademyImage", "AcademyIndexPage", "CoursePage", "LessonPage"):
    not_about_a_person(f"cms.{model}", WHO_WROTE_IT)
