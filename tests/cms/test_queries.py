import pytest

from cms.models import CourseSearch
from cms.queries import courses_by_chain, find_courses, teaching_firms
from tests.factories.cms import make_course, make_lesson, make_skill, publish_page
from tests.factories.ecosystem import make_chain, make_organization

pytestmark = pytest.mark.django_db


def titles(query: str = "", **filters) -> list[str]:
    return [course.title for course in find_courses(query, **filters)]


@pytest.fixture
def courses():
    firm = make_organization("钱湾智控技术有限公司", short_name="钱湾智控", name_en="Qianwan Control")
    skill = make_skill("检索增强生成", name_en="Retrieval", aliases=["RAG", "知识库问答"])
    course = make_course(
        "产教融合实战",
        title_en="Industry and campus",
        owners=[firm],
        skills=[skill],
        summary="先把讲台搬进车间",
        lessons=0,
    )
    make_lesson(course, "向量是什么", body=[("text", "<p>余弦相似度和<b>倒排索引</b></p>")])
    make_course("液冷机房", chain=make_chain("compute", name="智能计算", slot="b", position=1), kind="tour", lessons=0)


@pytest.mark.parametrize(
    "query",
    [
        "融合",
        "产教融合",
        "ronghe",
        "rongh",
        "cjrh",
        "rh",
        "campus",
        "CAMP",
        "钱湾",
        "qianwan",
        "qwzk",
        "rag",
        "知识库",
        "retrieval",
        "jiansuo",
        "讲台",
        "向量",
        "倒排",
        "实战 钱湾",
        "产",
        "ｃａｍｐｕｓ",
    ],
)
def test_a_course_is_found_by_every_word_of_it(courses, query):
    assert titles(query) == ["产教融合实战"]


@pytest.mark.parametrize("query", ["合教", "qianwan 液冷", "？！", "封装"])
def test_what_no_course_says_finds_none(courses, query):
    assert titles(query) == []


def test_title_hits_stand_first():
    make_course("机房巡检", summary="说说封装", lessons=0)
    make_course("先进封装热设计", lessons=0)
    assert titles("封装") == ["先进封装热设计", "机房巡检"]


def test_unpublishing_takes_the_course_out_and_publishing_puts_it_back(courses):
    course = find_courses("融合").get()
    course.unpublish()
    assert (titles("融合"), CourseSearch.objects.filter(pk=course.pk).exists()) == ([], False)
    course.refresh_from_db()
    publish_page(course)
    assert titles("融合") == ["产教融合实战"]


def test_what_a_lesson_said_goes_with_the_lesson(courses):
    lesson = find_courses("融合").get().get_children().get().specific
    lesson.unpublish()
    assert titles("倒排") == []
    lesson.refresh_from_db()
    publish_page(lesson)
    assert titles("倒排") == ["产教融合实战"]
    lesson.delete()
    assert titles("倒排") == []


def test_a_moved_lesson_is_found_under_its_new_course(courses):
    lesson = find_courses("融合").get().get_children().get()
    lesson.move(find_courses("液冷").get(), pos="last-child")
    assert titles("倒排") == ["液冷机房"]


def test_deleting_a_course_deletes_its_row(courses):
    find_courses("融合").get().delete()
    assert list(CourseSearch.objects.values_list("course__title", flat=True)) == ["液冷机房"]


def test_drafts_are_not_found():
    make_course("还没写完的融合课", publish=False, lessons=0)
    assert (titles("融合"), titles()) == ([], [])


def test_an_edit_is_found_only_once_it_is_published(courses):
    course = find_courses("融合").get()
    course.title = "校企同堂"
    revision = course.save_revision()
    assert (titles("同堂"), titles("融合")) == ([], ["产教融合实战"])
    revision.publish()
    assert (titles("同堂"), titles("融合")) == (["校企同堂"], [])


def test_filters_narrow(courses):
    assert titles(chain="compute") == ["液冷机房"]
    assert titles(kind="course") == ["产教融合实战"]
    assert titles(category="management") == []
    assert titles("融合", chain="compute") == []


def test_courses_are_counted_by_chain(courses):
    make_course("还没写完的课", publish=False, lessons=0)
    make_course("第二门", lessons=0)
    assert courses_by_chain() == {"software_ai": 2, "compute": 1}


def test_firms_that_teach_are_counted_once_per_chain():
    first, second = make_organization("甲"), make_organization("乙")
    make_course("一", owners=[first, second], lessons=0)
    course = make_course("二", owners=[second, first], lessons=0)
    assert teaching_firms() == {course.chain_id: 2}


def test_finding_costs_the_same_for_two_and_for_twenty(courses, django_assert_num_queries):
    def look():
        return [
            (course.chain.name, [owner.organization.name for owner in course.owners.all()], len(course.skills.all()))
            for course in find_courses()
        ]

    with django_assert_num_queries(3):
        look()
    for _ in range(18):
        make_course(lessons=0, skills=[make_skill(f"技能{_}")])
    with django_assert_num_queries(3):
        assert len(look()) == 20
