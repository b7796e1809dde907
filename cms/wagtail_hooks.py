"""The editor's admin in our colours, with only what editors use: people and sign-in belong to our own screens."""

from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html
from wagtail import hooks

from cms import queries

NOT_FOR_EDITORS = frozenset({"help"})
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
    """An author builds lessons from their own files and those of colleagues who write for the same organizations."""
    if request.user.is_superuser:
        return documents
    return documents.filter(uploaded_by_user__in=queries.fellow_authors(request.user, timezone.localdate()))


@hooks.register("construct_homepage_summary_items")
def no_counting(request, summary_items) -> None:
    """How many pages there are says nothing to an editor; what they worked on stands below."""
    summary_items.clear()
