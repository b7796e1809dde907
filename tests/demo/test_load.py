"""Loading the demo: everything once, by the rooms' own rules, and nothing at all the second time."""

import datetime
from collections import Counter
from decimal import Decimal

import pytest
from django.db import connection

from accounts.models import User
from cms.models import CoursePage, LessonPage
from courses.learning.models import Certificate, CourseRun, Enrollment, ItemProgress, SeatPool, StudyHoursEntry
from demo.loading.everything import load_everything
from demo.logins import PASSWORD, logins
from ecosystem.models import Chain, ChainPosition, Employment, Organization
from talent_pool.people.models import UnknownSkill
from web.dates import SHANGHAI

AT = datetime.datetime(2026, 11, 25, 9, 30, tzinfo=SHANGHAI)
pytestmark = pytest.mark.django_db


def every_row() -> dict[str, list]:
    """All there is in the database, table by table, as PostgreSQL writes it down."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        return {table: cursor.execute(f'SELECT t::text FROM "{table}" t ORDER BY 1').fetchall() for table in tables}


def test_everything_is_loaded_once():
    assert load_everything(at=AT) is True
    check_the_ecosystem()
    check_the_people()
    check_the_academy()
    check_what_was_learned()
    loaded = every_row()
    assert load_everything(at=AT + datetime.timedelta(days=40)) is False
    assert every_row() == loaded


def check_the_ecosystem():
    assert Chain.objects.count() == 3
    assert Counter(Organization.objects.values_list("is_demo", flat=True)) == {True: 15, False: 2}
    invented = ChainPosition.objects.filter(organization__is_demo=True)
    assert Counter(invented.values_list("chain__code", flat=True)) == {"software_ai": 9, "computing": 7, "ic": 7}
    untouched = Organization.objects.filter(
        is_demo=False, uscc=None, firm_code=None, employments=None, owned_courses=None
    )
    assert set(untouched.values_list("name", flat=True)) == {"同盾科技", "遥望网络科技"}


def check_the_people():
    assert User.objects.count() == 70
    assert Counter(Employment.objects.values_list("state", flat=True)) == {"confirmed": 68, "pending": 1}
    assert Employment.objects.get(state="pending").claimed_name == "简书"
    assert Employment.objects.exclude(category="").exclude(education="").exclude(department=None).count() == 69
    assert UnknownSkill.objects.count() == 0
    author = User.objects.get(phone="+8619905700003")
    assert author.check_password(PASSWORD)
    assert author.has_perm("wagtailadmin.access_admin")
    with_password = [user.phone for user in User.objects.all() if user.has_usable_password()]
    assert sorted(with_password) == sorted(f"+86{login.phone}" for login in logins())


def check_the_academy():
    assert CoursePage.objects.live().count() == 12
    assert LessonPage.objects.live().count() == 56
    assert Counter(CourseRun.objects.values_list("state", flat=True)) == {"open": 21}
    full = [pool.run.name for pool in SeatPool.objects.filter(organization=None) if pool.left == 0]
    assert full == ["12 月研学"]


def check_what_was_learned():
    assert Counter(Enrollment.objects.values_list("state", flat=True)) == {
        "confirmed": 66,
        "completed": 19,
        "withdrawn": 1,
    }
    assert StudyHoursEntry.objects.count() == Certificate.objects.count() == 19
    learner = User.objects.get(full_name="沈知远")
    assert StudyHoursEntry.objects.of(learner).in_year(2026).total() == Decimal("20")
    assert not ItemProgress.objects.filter(opened_at__gte=AT).exists()
    assert not Enrollment.objects.filter(enrolled_at__gte=AT).exists()
    early = [enrollment.pk for enrollment in Enrollment.objects.all() if starts_before_it_was_taken(enrollment)]
    assert early == []


def starts_before_it_was_taken(enrollment: Enrollment) -> bool:
    opened = enrollment.progress.order_by("opened_at").values_list("opened_at", flat=True).first()
    return opened is not None and opened < enrollment.enrolled_at
