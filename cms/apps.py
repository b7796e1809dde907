from django.apps import AppConfig


class CmsConfig(AppConfig):
    name = "cms"
    label = "cms"

    def ready(self) -> None:
        from cms.forms import CourseForm
        from cms.models import CoursePage

        CoursePage.base_form_class = CourseForm  # wired here: models know nothing of forms
