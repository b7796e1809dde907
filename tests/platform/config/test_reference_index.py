from django.apps import apps
from wagtail.models import ReferenceIndex


def test_of_our_rooms_only_the_academy_is_in_wagtails_index_of_references():
    ours = [model for model in apps.get_models() if model.__module__.split(".")[0] not in ("wagtail", "django")]
    indexed = {model._meta.app_label for model in ours if ReferenceIndex.model_is_indexable(model)}
    assert indexed & {"cms", "learning", "people", "ecosystem", "accounts", "competency", "audit"} == {"cms"}
