"""What upper rooms add to the academy's pages. They register functions under these names in their `wagtail_hooks.py`:

    @wagtail.hooks.register("course_facts")
    def course_facts(pages, viewer): ...

`course_facts(pages, viewer) -> {page_id: facts}`   asked once for a list of courses; `viewer` may be anonymous.
    facts is a dict, every key optional:
    when               what opens when, in words: "12月1日 开班"
    seats_left, seats  numbers of the run one can enroll in
    done, now, total   the viewer's own progress: lessons done, number of the lesson being done, lessons in all
    tag                (kind, label) of a tag, kind as in web/parts/tag.html: ("ok", "已报名")
    note               a few words at the end of the card: "8 天后开班"
    steps              {lesson page id: {"state": "ok", "here" or "lock", "note": words}} for a course's outline
`course_panel(page, request) -> html`               the panel on a course page: runs, seats, the next step.
`academy_home(request) -> html`                     what stands above the courses for a signed-in person.
`may_read(page, user) -> bool`                      may this user read this lesson? One yes is enough.
`may_read_file(document, user) -> bool`             may they read a file that no live lesson shows, as a pinned one?
`lesson_entry(page, request) -> url or None`        where the reader reads this lesson as part of their run.
`editor_permissions() -> [(model, codename)]`       what else the academy's editors may do in the admin.
"""

from django.db.models import Model
from wagtail.hooks import get_hooks


def course_facts(pages, viewer) -> dict[int, dict]:
    """The facts of every provider for each of the pages; a page nobody speaks of has an empty dict."""
    facts: dict[int, dict] = {page.pk: {} for page in pages}
    for provide in get_hooks("course_facts"):
        for page_id, told in provide(pages, viewer).items():
            facts[page_id].update(told)
    return facts


def course_panels(page, request) -> list[str]:
    return [html for provide in get_hooks("course_panel") if (html := provide(page, request))]


def academy_home(request) -> list[str]:
    return [html for provide in get_hooks("academy_home") if (html := provide(request))]


def may_read(page, user) -> bool:
    return any(allows(page, user) for allows in get_hooks("may_read"))


def may_read_file(document, user) -> bool:
    return any(allows(document, user) for allows in get_hooks("may_read_file"))


def lesson_entry(page, request) -> str | None:
    """The first address that a room offers, or None."""
    return next((url for offer in get_hooks("lesson_entry") if (url := offer(page, request))), None)


def editor_permissions() -> list[tuple[type[Model], str]]:
    """What upper rooms let editors do, as (model, codename)."""
    return [granted for grant in get_hooks("editor_permissions") for granted in grant()]
