"""What happens by the clock."""

import pytest
from django.core.management import call_command
from django.utils import timezone

from cms.actions import plant_editors_group, sync_editor
from cms.models import CourseSearch
from cms.queries import find_courses
from cms.tasks import sync_editors, write_search_rows
from ecosystem.enums import RoleKind
from tests.factories.cms import make_course
from tests.factories.ecosystem import LONG_AGO, make_organization, make_person, make_role

pytestmark = pytest.mark.django_db


def test_editors_whose_role_has_ended_leave_the_group():
    plant_editors_group()
    stays, goes = make_person(), make_person()
    for person in (stays, goes):
        make_role(person, make_organization(), RoleKind.COURSE_AUTHOR)
        sync_editor(person, at=timezone.now())
    goes.roles.update(from_on=LONG_AGO, to_on=LONG_AGO.replace(year=2021))
    assert sync_editors() == 1
    assert (stays.groups.count(), goes.groups.count()) == (1, 0)


def test_a_renamed_firm_is_found_by_its_new_name_after_the_night():
    firm = make_organization("旧名公司")
    make_course("推理部署", owners=[firm], lessons=0)
    make_course(publish=False, lessons=0)
    firm.name = "钱湾智控"
    firm.save()
    assert list(find_courses("钱湾")) == []
    assert write_search_rows() == 1
    assert [course.title for course in find_courses("钱湾")] == ["推理部署"]


def test_the_command_says_how_many_courses_can_be_found(capsys):
    make_course(lessons=0)
    CourseSearch.objects.all().delete()
    call_command("write_course_search")
    assert capsys.readouterr().out == "1 courses can be found\n"
