"""One of the firm's people on screen: read, changed, moved, left, come back; entered by hand."""

import pytest
from django.urls import reverse
from django.utils import timezone

from ecosystem.actions import staff
from ecosystem.enums import EmploymentKind, EmploymentState, RoleKind
from ecosystem.models import Department, Employment, Role
from tests.factories.ecosystem import make_employment, make_person, make_role

pytestmark = pytest.mark.django_db
PAGES = ("staff_person", "staff_edit", "staff_move", "staff_leave")


@pytest.fixture
def desk(client, hr):
    client.force_login(hr)
    return client


def at_page(name: str, held: Employment) -> str:
    return reverse(f"ecosystem:{name}", args=[held.public_id])


def filled(form, **typed) -> dict:
    """What a browser sends of the form as it was shown, with what was typed."""
    shown = {bound.html_name: "" if bound.value() is None else str(bound.value()) for bound in form}
    before = {f"initial-{name}": value for name, value in shown.items() if form.fields[name].show_hidden_initial}
    return shown | before | typed


@pytest.mark.parametrize("name", PAGES)
def test_another_firms_person_is_not_there(desk, other_firm, name):
    theirs = make_employment(organization=other_firm)
    assert desk.get(at_page(name, theirs)).status_code == 404
    assert desk.post(at_page(name, theirs), {"version": 1, "on": timezone.localdate()}).status_code == (
        405 if name == "staff_person" else 404
    )


def test_another_firms_person_is_not_brought_back(desk, other_firm, hr, at):
    theirs = make_employment(organization=other_firm)
    staff.leave(employment=theirs, by=None, at=at)
    assert desk.post(at_page("staff_come_back", theirs)).status_code == 404
    assert Employment.objects.filter(organization=other_firm).count() == 1


@pytest.mark.parametrize("name", PAGES)
def test_who_keeps_no_staff_is_told_nothing(client, employment, name):
    client.force_login(employment.person)
    assert client.get(at_page(name, employment)).status_code == 404


def test_the_page_says_what_the_roster_says(desk, employment, firm, hr, at):
    make_employment(make_person("甲"), firm, line_manager=employment)
    make_role(employment.person, firm, RoleKind.MENTOR)
    staff.change(employment=employment, version=1, fields={"post": "架构师"}, by=hr, at=at)
    page = desk.get(at_page("staff_person", employment)).content.decode()
    for words in ("沈知远", "A1", "<del>工程师</del>", "<ins>架构师</ins>", "何静", "甲"):
        assert words in page


def test_what_was_typed_is_written_and_nothing_else(desk, employment):
    form = desk.get(at_page("staff_edit", employment)).context["form"]
    Employment.objects.filter(pk=employment.pk).update(title="工程师")  # by a hand that left no version behind
    answer = desk.post(at_page("staff_edit", employment), filled(form, post="架构师"))
    employment.refresh_from_db()
    assert (answer.status_code, employment.post, employment.title) == (302, "架构师", "工程师")
    [event] = employment.events.all()
    assert event.changes == {"post": ["工程师", "架构师"]}


def test_secondary_employment_is_the_firms_own_word(desk, employment, other_firm):
    elsewhere = make_employment(employment.person, other_firm)
    form = desk.get(at_page("staff_edit", employment)).context["form"]
    desk.post(at_page("staff_edit", employment), filled(form, kind="secondary"))
    employment.refresh_from_db()
    elsewhere.refresh_from_db()
    assert (employment.kind, elsewhere.kind) == (EmploymentKind.SECONDARY, EmploymentKind.PRIMARY)
    assert str(other_firm) not in desk.get(at_page("staff_person", employment)).content.decode()


@pytest.fixture
def stale(desk, employment, hr, at):
    """The answer to a page that was opened before somebody else changed post and title."""
    form = desk.get(at_page("staff_edit", employment)).context["form"]
    staff.change(employment=employment, version=1, fields={"post": "架构师", "title": "高级"}, by=hr, at=at)
    return desk.post(at_page("staff_edit", employment), filled(form, post="经理", number="Z9"))


def test_a_stale_page_shows_both_and_writes_nothing(stale, employment):
    employment.refresh_from_db()
    assert (stale.status_code, employment.post, employment.staff_no) == (422, "架构师", "A1")
    told = [
        (field["name"], field["theirs"], field["yours"], field["contested"]) for field in stale.context["differing"]
    ]
    assert sorted(told) == [("number", "A1", "Z9", False), ("post", "架构师", "经理", True)]


@pytest.mark.parametrize(("keep", "post"), [("theirs", "架构师"), ("yours", "经理")])
def test_the_choice_is_written(desk, stale, employment, keep, post):
    sent = dict(stale.context["hidden"]) | {"keep-post": keep, "keep-number": "yours"}
    assert desk.post(at_page("staff_edit", employment), sent).status_code == 302
    employment.refresh_from_db()
    assert (employment.post, employment.staff_no, employment.title) == (post, "Z9", "高级")


def test_faults_are_told_beside_the_field(desk, employment):
    form = desk.get(at_page("staff_edit", employment)).context["form"]
    answer = desk.post(at_page("staff_edit", employment), filled(form, mobile="123", manager="没有这个人"))
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {"mobile", "manager"})


def test_a_line_manager_of_one_name_among_two_is_asked_for(desk, firm, employment):
    for number in ("N1", "N2"):
        make_employment(make_person("王芳"), firm, staff_no=number)
    form = desk.get(at_page("staff_edit", employment)).context["form"]
    assert desk.post(at_page("staff_edit", employment), filled(form, manager="王芳")).status_code == 422
    assert desk.post(at_page("staff_edit", employment), filled(form, manager="n2")).status_code == 302
    employment.refresh_from_db()
    assert employment.line_manager.staff_no == "N2"


def test_a_person_is_moved(desk, firm, employment):
    there = Department.objects.create(organization=firm, name="算法部")
    form = desk.get(at_page("staff_move", employment)).context["form"]
    assert desk.post(at_page("staff_move", employment), filled(form, department=there.pk)).status_code == 302
    employment.refresh_from_db()
    assert (employment.department, employment.post) == (there, "工程师")


def test_a_person_leaves_and_comes_back(desk, employment):
    form = desk.get(at_page("staff_leave", employment)).context["form"]
    assert "successor" not in form.fields
    assert desk.post(at_page("staff_leave", employment), filled(form)).status_code == 302
    assert desk.post(at_page("staff_come_back", employment)).status_code == 302
    states = Employment.objects.filter(person=employment.person).order_by("pk").values_list("state", "to_on")
    assert list(states) == [
        (EmploymentState.CONFIRMED, timezone.localdate()),
        (EmploymentState.PENDING, None),
    ]


def test_the_only_administrator_is_asked_for_a_successor(desk, firm, employment):
    make_role(employment.person, firm, RoleKind.ADMINISTRATOR)
    heir = make_employment(make_person("甲"), firm)
    form = desk.get(at_page("staff_leave", employment)).context["form"]
    assert desk.post(at_page("staff_leave", employment), filled(form, successor="甲")).status_code == 302
    today = timezone.localdate()
    held = Role.objects.on(today).filter(organization=firm, kind=RoleKind.ADMINISTRATOR)
    assert [role.person for role in held] == [heir.person]


def test_the_only_administrator_may_leave_without_one(desk, firm, employment):
    make_role(employment.person, firm, RoleKind.ADMINISTRATOR)
    form = desk.get(at_page("staff_leave", employment)).context["form"]
    assert desk.post(at_page("staff_leave", employment), filled(form)).status_code == 302
    assert not Role.objects.on(timezone.localdate()).filter(organization=firm, kind=RoleKind.ADMINISTRATOR).exists()


def test_a_person_is_entered_by_hand(desk, firm):
    typed = {"name": "欧阳 文博", "mobile": "139 1111 2222", "number": "", "post": "", "manager": "", "kind": "primary"}
    answer = desk.post(reverse("ecosystem:staff_add"), typed)
    held = Employment.objects.get(organization=firm, claimed_phone="+8613911112222")
    assert (answer.status_code, held.claimed_name, held.state) == (302, "欧阳文博", EmploymentState.PENDING)


def test_entering_says_the_same_of_a_known_and_an_unknown_number(desk, other_firm):
    make_employment(make_person("外人", phone="+8613911112222"), other_firm)
    pages = []
    for mobile in ("13911112222", "13911113333"):
        typed = {"name": "甲", "mobile": mobile, "kind": "primary"}
        page = desk.post(reverse("ecosystem:staff_add"), typed, follow=True).content.decode()
        held = Employment.objects.get(claimed_phone=f"+86{mobile}", claimed_name="甲")
        pages.append(page.replace(mobile, "").replace(str(held.public_id), ""))
    assert pages[0] == pages[1]
