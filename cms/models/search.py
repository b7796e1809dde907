"""What a course is found by: one row per live course, written when the course or one of its lessons changes."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from cms.models.course import CoursePage


class CourseSearch(models.Model):
    """Tokens from `words.tokens`. `title_tokens` ranks: who is found by the title stands first."""

    course = models.OneToOneField(CoursePage, models.CASCADE, primary_key=True, related_name="search_row")
    title_tokens = SearchVectorField()
    tokens = SearchVectorField()

    class Meta:
        indexes = [GinIndex(fields=["tokens"], name="course_search_tokens")]

    def __str__(self) -> str:
        return f"search row of {self.course_id}"
