"""The editor's admin in our colours, with only what editors use: people and sign-in belong to our own screens."""

from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html
from wagtail import hooks

from cms import queries

NOT_FOR_EDITORS = frozenset({"help", "reports"})
KEPT_IN_OUR_SCREENS = frozenset({"users", "groups"})


@hooks.register("insert_global_admin_css")
def our_colours() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("cms/admin.css"))


@hooks.register("construct_main_menu")
def only_what_editors_use(request, menu_items) -> None:
    menu_items[:] = [item for item in menu_items if item.name not in NOT_FOR_EDITORS]


@hooks.register("construct_settings_menu")
def people_elsewhere(request, menu_items) -> None:
    menu_items[:] = [item for item in menu_items if item.name not in KEPT_IN_OUR_SCREENS]


@hooks.register("construct_document_chooser_queryset")
def files_of_ones_own_firms(documents, request):
    """What is offered is what `LessonForm` takes."""
    return documents.filter(pk__in=queries.files_of_own_firms(request.user, timezone.localdate()).values("pk"))


@hooks.register("construct_homepage_summary_items", order=1000)  # after Wagtail has put in its numbers
def no_counting(request, summary_items) -> None:
    """How many pages there are says nothing to an editor; what they worked on stands below."""
    summary_items.clear()
