"""Editors publish, schedule, copy and delete through Wagtail's own screens and clock."""

import datetime

import pytest
from django.core.files.storage import default_storage
from django.db.models import ProtectedError
from django.utils import timezone
from wagtail.hooks import register_temporarily
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from cms.actions import plant_academy, plant_editors_group, sync_editor
from cms.models import CoursePage
from cms.queries import find_courses
from cms.tasks import publish_scheduled
from ecosystem.enums import RoleKind
from tests.factories.cms import make_course, make_document, make_image, make_lesson
from tests.factories.ecosystem import make_chain, make_organization, make_person, make_role

pytestmark = pytest.mark.django_db
LONG_AGO = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


@pytest.fixture
def firm():
    return make_organization()


@pytest.fixture
def author(client, firm):
    plant_editors_group()
    person = make_person()
    make_role(person, firm, RoleKind.COURSE_AUTHOR)
    sync_editor(person, at=timezone.now())
    client.force_login(person)
    return person


def course_form(owners, **fields) -> dict:
    return nested_form_data(
        {
            "title": "推理部署",
            "slug": "inference",
            "title_en": "",
            "summary": "",
            "summary_en": "",
            "kind": "course",
            "glyph": "推",
            "chain": make_chain().pk,
            "category": "rd",
            "level": 2,
            "study_hours": "8",
            "minutes_per_hour": 45,
            "cover_image": "",
            "outcomes": "",
            "outcomes_en": "",
            "owners": inline_formset(
                [{"organization": owner.pk, **({"is_leading": "on"} if leads else {})} for owner, leads in owners]
            ),
            "skills": inline_formset([]),
            "comments": inline_formset([]),
            **fields,
        }
    )


def add_course(client, data, follow=True):
    return client.post(f"/cms/pages/add/cms/coursepage/{plant_academy().pk}/", data, follow=follow)


def test_a_whole_course_goes_live_from_the_form(client, author, firm):
    add_course(client, course_form([(firm, True)], **{"action-publish": "publish"}))
    course = CoursePage.objects.get(slug="inference")
    assert (course.live, course.owner) == (True, author)
    assert [found.pk for found in find_courses("推理")] == [course.pk]


@pytest.mark.parametrize(
    ("leading", "sentence"),
    [
        ([], "请先写上至少一个主办企业，再发布。"),
        ([False], "牵头企业只能有一个，也不能没有。"),
        ([True, True], "牵头企业只能有一个，也不能没有。"),
    ],
)
def test_the_form_says_what_is_missing_before_it_publishes(client, author, leading, sentence):
    owners = [(make_organization(), leads) for leads in leading]
    response = add_course(client, course_form(owners, **{"action-publish": "publish"}))
    assert sentence in response.content.decode()
    assert not CoursePage.objects.filter(slug="inference").exists()


def test_a_draft_is_kept_as_it_is(client, author):
    add_course(client, course_form([], study_hours="8"))
    assert CoursePage.objects.get(slug="inference").live is False


def test_a_scheduled_course_goes_live_by_the_clock():
    course = make_course(publish=False, lessons=0)
    revision = course.save_revision(approved_go_live_at=LONG_AGO)
    assert not CoursePage.objects.get(pk=course.pk).live
    publish_scheduled()
    course.refresh_from_db()
    assert (course.live, course.live_revision) == (True, revision)


def test_an_author_changes_only_the_courses_of_their_organizations(client, author, firm):
    own, other = make_course(owners=[make_organization(), firm]), make_course()
    pages = {"own": own, "own lesson": own.get_children().first(), "other": other}
    pages |= {"other lesson": other.get_children().first(), "home": plant_academy()}
    may = {name: page.permissions_for_user(author) for name, page in pages.items()}
    assert {name for name, tester in may.items() if tester.can_edit()} == {"own", "own lesson"}
    assert {name for name, tester in may.items() if tester.can_publish()} == {"own", "own lesson"}
    assert {name for name, tester in may.items() if tester.can_unpublish()} == {"own", "own lesson"}
    assert {name for name, tester in may.items() if tester.can_add_subpage()} == {"own", "home"}
    assert {name for name, tester in may.items() if tester.can_publish_subpage()} == {"own", "home"}
    edit = {name: client.get(f"/cms/pages/{page.pk}/edit/").status_code for name, page in pages.items()}
    assert edit == {"own": 200, "own lesson": 200, "other": 302, "other lesson": 302, "home": 302}


def test_an_author_keeps_what_they_began(author):
    course = make_course(publish=False, lessons=0, owner=author)
    assert course.permissions_for_user(author).can_edit()


def test_a_copied_course_is_a_draft_with_the_same_owners(firm):
    course = make_course(owners=[firm, make_organization()])
    copied = course.copy(update_attrs={"title": "副本", "slug": "copy"}, keep_live=False)
    assert copied.live is False
    assert list(copied.owners.values_list("organization", "is_leading")) == list(
        course.owners.values_list("organization", "is_leading")
    )


def test_what_a_run_needs_is_not_deleted_and_the_editor_is_told(client, author, firm):
    lesson = make_lesson(make_course(owners=[firm], lessons=0))

    def refuse(request, page):
        raise ProtectedError("a run pins it", {page})

    with register_temporarily("before_delete_page", refuse):
        response = client.post(f"/cms/pages/{lesson.pk}/delete/", follow=True)
    assert "还有班次在用它" in response.content.decode()


def test_deleting_a_file_takes_it_off_its_shelf(django_capture_on_commit_callbacks):
    image, document = make_image(), make_document()
    names = image.file.name, document.file.name
    with django_capture_on_commit_callbacks(execute=True):
        image.delete()
        document.delete()
    assert (default_storage.exists(names[0]), document.file.storage.exists(names[1])) == (False, False)
