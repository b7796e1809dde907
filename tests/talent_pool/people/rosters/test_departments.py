"""Departments as a tree: paths in one cell or in several columns."""

import pytest

from ecosystem.models import Department
from talent_pool.people.rosters.department_paths import Departments, as_path, department_paths
from talent_pool.people.rosters.reading import read_roster
from tests.factories.rosters import HEADERS, make_staff, plain_row
from tests.factories.sheets import xlsx

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("研发中心/算法部", "研发中心/算法部"),
        ("研发中心／算法部", "研发中心/算法部"),
        ("研发中心 > 算法部>一组", "研发中心/算法部/一组"),
        ("研发中心 → 算法部", "研发中心/算法部"),
        ("研发中心 － 算法部", "研发中心/算法部"),
        ("研发中心 - 算法部", "研发中心/算法部"),
        ("A-B测试组", "A-B测试组"),
        ("研发中心/研发中心", "研发中心"),
        ("/算法部/", "算法部"),
        ("研发中心/-/一组", "研发中心/一组"),
    ],
)
def test_a_path_is_written_one_way(written, path):
    assert as_path(written.replace("－", "-").replace("／", "/")) == path


KNOWN = Departments({1: "研发中心", 2: "研发中心/算法部", 3: "市场部", 4: "销售中心/市场部", 5: "销售中心"})


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("算法部", "研发中心/算法部"),
        ("市场部", "市场部"),
        ("算法部/一组", "研发中心/算法部/一组"),
        ("研发中心/市场部", "研发中心/市场部"),
        ("总经办", "总经办"),
        ("", ""),
    ],
)
def test_a_department_is_the_one_that_ends_so_when_there_is_only_one(written, meant):
    assert KNOWN.meaning(written) == meant


def test_missing_levels_are_made_from_the_top():
    assert KNOWN.missing(["研发中心/芯片部/一组", "算法部", "财务部"]) == [
        "财务部",
        "研发中心/芯片部",
        "研发中心/芯片部/一组",
    ]


def rows(*departments: str) -> bytes:
    staff = make_staff(len(departments))
    return xlsx([HEADERS, *(plain_row(p | {"department": d}) for p, d in zip(staff, departments, strict=True))])


def test_an_import_makes_the_tree_and_the_same_again_changes_nothing(importing, firm):
    content = rows("研发中心/算法部", "研发中心 > 芯片部", "市场部", "算法部")
    importing.commit(content, firm)
    assert sorted(department_paths(firm).values()) == [
        "市场部",
        "研发中心",
        "研发中心/算法部",
        "研发中心/芯片部",
        "算法部",
    ]
    assert (importing.look(content, firm)["unchanged"], Department.objects.count()) == (4, 5)


def test_a_flat_name_means_the_only_department_of_that_name(importing, firm):
    top = Department.objects.create(organization=firm, name="研发中心")
    Department.objects.create(organization=firm, name="算法部", parent=top)
    importing.commit(rows("算法部"), firm)
    assert (Department.objects.count(), firm.employments.get().department.parent) == (2, top)


def test_a_department_with_a_slash_in_its_name_stays_that(importing, firm):
    Department.objects.create(organization=firm, name="财务/行政部")
    importing.commit(rows("财务/行政部"), firm)
    assert [held.department.name for held in firm.employments.all()] == ["财务/行政部"]
    assert Department.objects.count() == 1


def test_levels_in_columns_are_joined():
    header = ["姓名", "手机号", "一级部门", "二级部门", "三级部门"]
    told = [["甲一", "17700000000", "研发中心", "算法部", ""], ["乙二", "17700000001", "研发中心", "", ""]]
    assert [row.department for row in read_roster(xlsx([header, *told])).rows] == ["研发中心/算法部", "研发中心"]
