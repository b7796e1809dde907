import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from cms.actions import plant_academy
from cms.models import AcademyIndexPage, CourseOwner, CoursePage, LessonPage
from tests.factories.cms import make_course, make_lesson, publish_page
from tests.factories.ecosystem import make_chain, make_organization

pytestmark = pytest.mark.django_db


def sentences(refusal) -> list[str]:
    return refusal.value.messages


def test_a_course_without_owner_is_not_published():
    course = make_course(publish=False, lessons=0)
    course.owners = []
    with pytest.raises(ValidationError) as refusal:
        publish_page(course)
    assert sentences(refusal) == ["请先写上至少一个主办企业，再发布。"]


@pytest.mark.parametrize("leading", [(False, False), (True, True)])
def test_exactly_one_owner_leads(leading):
    course = make_course(publish=False, lessons=0)
    course.owners = [CourseOwner(organization=make_organization(), is_leading=leads) for leads in leading]
    with pytest.raises(ValidationError) as refusal:
        publish_page(course)
    assert sentences(refusal) == ["牵头企业只能有一个，也不能没有。"]


def test_a_draft_may_be_unfinished():
    course = make_course(publish=False, lessons=0)
    course.owners = []
    course.save_revision()
    assert not CoursePage.objects.get(pk=course.pk).live


def test_study_hours_are_more_than_zero():
    course = make_course(publish=False, lessons=0, study_hours="0")
    with pytest.raises(ValidationError) as refusal:
        publish_page(course)
    assert sentences(refusal) == ["学时要大于零。"]


@pytest.mark.parametrize("glyph", ["", "推理"])
def test_the_cover_has_exactly_one_character(glyph):
    course = make_course(publish=False, lessons=0)
    course.glyph = glyph
    with pytest.raises(ValidationError) as refusal:
        course.full_clean()
    assert set(refusal.value.message_dict) == {"glyph"}


def test_an_address_of_the_site_is_refused():
    course = CoursePage(title="课程", slug="learn", glyph="课", study_hours="1", chain=make_chain())
    course.owners = [CourseOwner(organization=make_organization(), is_leading=True)]
    with pytest.raises(ValidationError) as refusal:
        plant_academy().add_child(instance=course)
    assert refusal.value.message_dict == {"slug": ["这个地址网站自己在用，请换一个。"]}


def test_the_database_refuses_a_second_leading_owner():
    course = make_course(lessons=0)
    with pytest.raises(IntegrityError), transaction.atomic():
        CourseOwner.objects.create(page=course, organization=make_organization(), is_leading=True)
        connection.check_constraints()


def test_the_lead_may_pass_to_another_owner_in_one_save():
    first, second = make_organization(), make_organization()
    course = make_course(owners=[first, second], lessons=0)
    course.owners = [CourseOwner(organization=second, is_leading=True), CourseOwner(organization=first)]
    publish_page(course)
    connection.check_constraints()
    assert set(course.owners.values_list("organization", "is_leading")) == {(second.pk, True), (first.pk, False)}


def test_pages_stand_only_where_they_belong():
    assert AcademyIndexPage.allowed_subpage_models() == [CoursePage]
    assert CoursePage.allowed_subpage_models() == [LessonPage]
    assert LessonPage.allowed_subpage_models() == []
    assert CoursePage.allowed_parent_page_models() == [AcademyIndexPage]
    assert LessonPage.allowed_parent_page_models() == [CoursePage]


def test_english_stands_in_only_where_somebody_wrote_it(settings):
    course = make_course("推理部署", title_en="Inference", summary="一句话", lessons=0)
    shown = {}
    for language in ("zh-hans", "en"):
        from django.utils.translation import override

        with override(language):
            shown[language] = (course.local_title, course.title_lang, course.local_summary)
    assert shown == {"zh-hans": ("推理部署", "zh-CN", "一句话"), "en": ("Inference", "en", "一句话")}


def test_checkpoint_ids_stay_the_same_when_the_lesson_is_published_again():
    from tests.factories.cms import checkpoint

    lesson = make_lesson(make_course(lessons=0), body=[checkpoint()])
    before = list(lesson.checkpoints)
    lesson.title = "改了题目"
    publish_page(lesson)
    assert list(LessonPage.objects.get(pk=lesson.pk).checkpoints) == before != []


def test_planting_again_changes_nothing():
    first = plant_academy()
    assert (plant_academy().pk, AcademyIndexPage.objects.count()) == (first.pk, 1)
