from cms.models.academy_index import AcademyIndexPage
from cms.models.course import CourseOwner, CoursePage, CourseSkill
from cms.models.lesson import LessonPage
from cms.models.media import AcademyDocument, AcademyImage, AcademyRendition
from cms.models.search import CourseSearch

__all__ = [
    "AcademyDocument",
    "AcademyImage",
    "AcademyIndexPage",
    "AcademyRendition",
    "CourseOwner",
    "CoursePage",
    "CourseSearch",
    "CourseSkill",
    "LessonPage",
]
