"""The tree of departments: its deeds, its counts, and the circle that the database refuses."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from ecosystem import rules
from ecosystem.actions import departments as actions
from ecosystem.enums import Audience, EventKind
from ecosystem.models import Announcement, Department
from ecosystem.queries.departments import subtree, tree
from tests.factories.ecosystem import make_employment

pytestmark = pytest.mark.django_db


@pytest.fixture
def grow(firm):
    """`grow("研发", under=…, people=2)`"""

    def department(name: str, *, under: Department | None = None, people: int = 0, of=firm) -> Department:
        made = Department.objects.create(organization=of, name=name, parent=under)
        for _ in range(people):
            make_employment(organization=of, department=made)
        return made

    return department


def test_the_tree_counts_people_of_all_below_in_one_query(firm, grow, django_assert_num_queries):
    top = grow("研发", people=1)
    grow("平台", under=grow("算法", under=top, people=2), people=3)
    grow("安全")
    with django_assert_num_queries(1):
        found = tree(firm)
    assert [(branch.path, branch.depth, branch.people, branch.total) for branch in found] == [
        ("安全", 0, 0, 0),
        ("研发", 0, 1, 6),
        ("研发 / 算法", 1, 2, 5),
        ("研发 / 算法 / 平台", 2, 3, 3),
    ]


def test_who_has_left_is_not_counted(firm, grow, at):
    department = grow("研发", people=2)
    department.employments.filter(pk=department.employments.first().pk).update(to_on=at.date())
    assert [branch.total for branch in tree(firm)] == [1]


@pytest.mark.parametrize("target", [0, 1, 2])
def test_no_department_goes_under_itself(hr, grow, at, target):
    line = [grow("一")]
    line += [grow("二", under=line[0])]
    line += [grow("三", under=line[1])]
    with pytest.raises(rules.NotAllowed):
        actions.move_under(department=line[0], parent=line[target], by=hr, at=at)


@pytest.mark.parametrize("target", [0, 1, 2])
def test_the_database_refuses_a_circle(grow, target):
    line = [grow("一")]
    line += [grow("二", under=line[0])]
    line += [grow("三", under=line[1])]
    with pytest.raises(IntegrityError), transaction.atomic():
        Department.objects.filter(pk=line[0].pk).update(parent=line[target])


def test_the_database_refuses_a_parent_of_another_firm(grow, other_firm):
    theirs = grow("外", of=other_firm)
    with pytest.raises(IntegrityError), transaction.atomic():
        grow("内", under=theirs)


def test_a_department_moves_with_all_below_it(hr, grow, at):
    top, other = grow("一"), grow("二")
    low = grow("三", under=top)
    actions.move_under(department=top, parent=other, by=hr, at=at)
    assert subtree(other) == {top.pk, other.pk, low.pk}


def test_a_merge_takes_people_children_and_namesakes(firm, hr, grow, at):
    old, new = grow("老", people=2), grow("新", people=1)
    grow("测试", under=old, people=1)
    grow("平台", under=old, people=1)
    kept = grow("测试", under=new, people=1)
    actions.merge(department=old, into=new, by=hr, at=at)
    assert [(branch.path, branch.people) for branch in tree(firm)] == [("新", 3), ("新 / 测试", 2), ("新 / 平台", 1)]
    moved = kept.employments.get(version=2)
    assert [event.kind for event in moved.events.all()] == [EventKind.MOVED]


def test_a_merge_takes_announcements_along(firm, hr, grow, at):
    old, new = grow("老"), grow("新")
    told = Announcement.objects.create(
        audience=Audience.DEPARTMENT, organization=firm, department=old, title="", body="", by=hr, created_at=at
    )
    with pytest.raises(rules.NotAllowed):
        actions.remove(department=old, by=hr, at=at)
    actions.merge(department=old, into=new, by=hr, at=at)
    told.refresh_from_db()
    assert told.department == new


@pytest.mark.parametrize("into", [0, 1])
def test_no_merge_into_itself_or_below(hr, grow, at, into):
    top = grow("一")
    line = [top, grow("二", under=top)]
    with pytest.raises(rules.NotAllowed):
        actions.merge(department=top, into=line[into], by=hr, at=at)


def test_only_an_empty_department_is_removed(firm, hr, grow, at):
    full, parent = grow("一", people=1), grow("二")
    grow("三", under=parent)
    for department in (full, parent):
        with pytest.raises(rules.NotAllowed):
            actions.remove(department=department, by=hr, at=at)
    full.employments.update(to_on=at.date())
    actions.remove(department=full, by=hr, at=at)
    assert [branch.name for branch in tree(firm)] == ["二", "三"]


def test_two_of_one_name_in_one_place_are_refused(firm, hr, grow, at):
    top = grow("一")
    grow("二", under=top)
    with pytest.raises(rules.NotAllowed):
        actions.add(organization=firm, name="一", by=hr, at=at)
    with pytest.raises(rules.NotAllowed):
        actions.rename(department=grow("三", under=top), name="二", by=hr, at=at)
    actions.add(organization=firm, name="二", by=hr, at=at)


@pytest.fixture
def desk(client, hr):
    client.force_login(hr)
    return client


def test_the_pages_shape_the_tree(desk, firm, grow):
    top = grow("一")
    assert desk.post(reverse("ecosystem:departments"), {"name": "二", "parent": top.pk}).status_code == 302
    second = Department.objects.get(name="二")
    address = reverse("ecosystem:department", args=[second.pk])
    assert desk.post(address, {"deed": "place", "name": "三", "parent": ""}).status_code == 302
    second.refresh_from_db()
    assert (second.name, second.parent) == ("三", None)
    assert desk.post(address, {"deed": "merge", "into": top.pk}).status_code == 302
    assert desk.post(reverse("ecosystem:department", args=[top.pk]), {"deed": "remove"}).status_code == 302
    assert not Department.objects.exists()


@pytest.mark.parametrize(
    "sent", [{"deed": "place", "name": "一", "parent": ""}, {"deed": "merge", "into": ""}, {"deed": "remove"}]
)
def test_what_is_refused_is_said(desk, grow, sent):
    grow("一")
    second = grow("二", people=1)
    assert desk.post(reverse("ecosystem:department", args=[second.pk]), sent).status_code == 422


def test_another_firms_department_is_not_there(desk, grow, other_firm):
    theirs = grow("外", of=other_firm)
    address = reverse("ecosystem:department", args=[theirs.pk])
    assert (desk.get(address).status_code, desk.post(address, {"deed": "remove"}).status_code) == (404, 404)
    own = reverse("ecosystem:department", args=[grow("内").pk])
    assert desk.post(own, {"deed": "merge", "into": theirs.pk}).status_code == 422
