from django.apps import AppConfig


class CmsConfig(AppConfig):
    name = "cms"
    label = "cms"

    def ready(self) -> None:
        from cms.author_permissions import permissions_for_user
        from cms.forms import CourseForm, LessonForm
        from cms.models import AcademyIndexPage, CoursePage, LessonPage

        # wired here, where all models are there: pages know nothing of forms and rules
        CoursePage.base_form_class = CourseForm
        LessonPage.base_form_class = LessonForm
        for page in (AcademyIndexPage, CoursePage, LessonPage):
            page.permissions_for_user = permissions_for_user
