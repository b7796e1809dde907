"""Who is handed a private file, and how it travels."""

import pytest
from django.utils import timezone
from wagtail import hooks
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from cms.actions import plant_editors_group, sync_editor
from cms.models import AcademyDocument
from ecosystem.enums import RoleKind
from tests.factories.cms import make_course, make_document, make_lesson, publish_page
from tests.factories.ecosystem import make_organization, make_person, make_role

pytestmark = pytest.mark.django_db
CONTENT = b"\x00\x00\x00\x18ftypmp42" + bytes(range(200))


@pytest.fixture
def film():
    return make_document(name="机房.mp4", content=CONTENT)


@pytest.fixture
def firm():
    return make_organization()


@pytest.fixture
def editor(film, firm):
    """An author who uploaded the film."""
    person = make_author(firm)
    AcademyDocument.objects.update(uploaded_by_user=person)
    return person


def make_author(firm):
    plant_editors_group()
    person = make_person()
    make_role(person, firm, RoleKind.COURSE_AUTHOR)
    sync_editor(person, at=timezone.now())
    return person


def lesson_with(document, owner=None):
    film = {"video": document, "title": "机房", "poster": None, "captions": None, "transcript": "这里是机房。"}
    return make_lesson(make_course(lessons=0, owners=owner and [owner]), body=[("video", film)])


def get(client, document, **headers):
    return client.get(document.url, headers=headers)


def test_a_visitor_and_a_stranger_find_nothing(client, film):
    lesson_with(film)
    assert get(client, film).status_code == 404
    client.force_login(make_person())
    assert get(client, film).status_code == 404


def test_an_editor_is_handed_the_file(client, film, editor):
    client.force_login(editor)
    response = get(client, film)
    assert (response.status_code, response.getvalue()) == (200, CONTENT)
    wanted = ("Content-Type", "Content-Length", "Cache-Control", "X-Content-Type-Options", "Accept-Ranges")
    assert [response[name] for name in wanted] == [
        "video/mp4",
        str(len(CONTENT)),
        "private, no-store",
        "nosniff",
        "bytes",
    ]
    assert response["Content-Disposition"].startswith("inline")


def test_what_a_browser_does_not_play_comes_as_an_attachment(client, editor):
    document = make_document(name="名单.csv", content="姓名".encode(), uploaded_by_user=editor)
    client.force_login(editor)
    assert get(client, document)["Content-Disposition"] == "attachment; filename*=utf-8''%E5%90%8D%E5%8D%95.csv"


def test_authors_are_handed_what_lessons_of_their_courses_show(client, film, firm):
    lesson_with(film, owner=firm)
    client.force_login(make_author(firm))
    assert get(client, film).status_code == 200
    client.force_login(make_author(make_organization()))
    assert get(client, film).status_code == 404


def test_a_lesson_takes_no_other_firms_file(client, film, firm):
    """Neither in a draft nor published, for the clock publishes drafts; what stood there before may stay."""
    mine = make_document(uploaded_by_user=(author := make_author(firm)))
    lesson = make_lesson(make_course(lessons=0, owners=[firm]))
    client.force_login(author)
    refused = [save_lesson(client, lesson, film, **act).status_code for act in ({}, {"action-publish": "1"})]
    assert (refused, client.get(film.url).status_code) == ([200, 200], 404)
    assert save_lesson(client, lesson, mine).status_code == 302
    AcademyDocument.objects.update(uploaded_by_user=None)
    assert [save_lesson(client, lesson, document).status_code for document in (mine, film)] == [302, 200]


def save_lesson(client, lesson, document, **act):
    linked = rich_text(f'<p><a linktype="document" id="{document.pk}">讲义</a></p>', features=["document-link"])
    fields = {"title": lesson.title, "slug": lesson.slug, "minutes": 15, "body": streamfield([("text", linked)])}
    data = nested_form_data({**fields, "comments": inline_formset([]), **act})
    return client.post(f"/cms/pages/{lesson.pk}/edit/", data)


def test_authors_choose_among_the_files_of_their_firms(client, film, editor, firm):
    chosen = []
    for author in (editor, make_author(firm), make_author(make_organization())):
        client.force_login(author)
        chosen.append(film.title in client.get("/cms/documents/chooser/results/").content.decode())
    assert chosen == [True, True, False]


def test_a_learner_is_handed_what_a_lesson_of_theirs_shows(client, film):
    lesson, learner, stranger = lesson_with(film), make_person(), make_person()

    def reads(page, user):
        return page.pk == lesson.pk and user == learner

    with hooks.register_temporarily("may_read", reads):
        client.force_login(learner)
        assert get(client, film).status_code == 200
        client.force_login(stranger)
        assert get(client, film).status_code == 404


def test_a_lesson_that_no_longer_shows_the_file_opens_nothing(client, film):
    lesson = lesson_with(film)
    lesson.body = [("text", "<p>没有了</p>")]
    publish_page(lesson)
    client.force_login(make_person())
    with hooks.register_temporarily("may_read", lambda page, user: True):
        assert get(client, film).status_code == 404


def test_a_pinned_file_is_opened_by_its_own_hook(client, film):
    learner = make_person()
    client.force_login(learner)
    with hooks.register_temporarily("may_read_file", lambda document, user: (document, user) == (film, learner)):
        assert get(client, film).status_code == 200


def test_a_wrong_name_is_no_address(client, film, editor):
    client.force_login(editor)
    assert client.get(f"/files/{film.pk}/other.mp4").status_code == 404


def test_a_range_is_answered_with_part_of_the_file(client, film, editor):
    client.force_login(editor)
    response = get(client, film, Range="bytes=10-19")
    assert (response.status_code, response.getvalue()) == (206, CONTENT[10:20])
    assert (response["Content-Range"], response["Content-Length"]) == (f"bytes 10-19/{len(CONTENT)}", "10")


def test_a_range_past_the_end_is_not_satisfiable(client, film, editor):
    client.force_login(editor)
    response = get(client, film, Range="bytes=9999-")
    assert (response.status_code, response["Content-Range"]) == (416, f"bytes */{len(CONTENT)}")


def test_behind_the_proxy_the_proxy_sends_the_bytes(client, film, editor, settings):
    settings.PRIVATE_X_ACCEL_PREFIX = "/private/"
    client.force_login(editor)
    response = get(client, film)
    assert (response["X-Accel-Redirect"], response.content) == (f"/private/{film.file.name}", b"")
    assert (response["Cache-Control"], response["X-Content-Type-Options"]) == ("private, no-store", "nosniff")
