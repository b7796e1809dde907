from courses.learning.models.certificates import Certificate
from courses.learning.models.enrollments import Enrollment, EnrollmentEvent
from courses.learning.models.hours import StudyHoursEntry
from courses.learning.models.progress import ItemProgress, LearningEvent
from courses.learning.models.runs import CourseRun, PinnedFile, RunItem
from courses.learning.models.seats import SeatPool

__all__ = [
    "Certificate",
    "CourseRun",
    "Enrollment",
    "EnrollmentEvent",
    "ItemProgress",
    "LearningEvent",
    "PinnedFile",
    "RunItem",
    "SeatPool",
    "StudyHoursEntry",
]
