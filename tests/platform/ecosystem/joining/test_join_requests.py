import datetime
import re

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from ecosystem.actions import employments, invitation_links, join_requests
from ecosystem.enums import EmploymentState, EventOrigin, RequestState, Unwelcome
from ecosystem.letters import unwelcome
from ecosystem.models import Department, Employment, EmploymentEvent, Invitation, JoinRequest
from ecosystem.rules import NotAllowed
from ecosystem.rules.joining import LinkEnded
from tests.factories.ecosystem import make_employment, make_organization, make_person, make_role
from tests.factories.joining import make_join_request, make_link

pytestmark = pytest.mark.django_db
PHONE = "+8613988887777"
NUMBERED = re.compile(r"(?<=SAVEPOINT )\S+| = \d+")
CHANGING = {"X-Request-ID", "Expires"}
TYPED = {"name": "蒋 一舟", "phone": "139 8888 7777"}


@pytest.fixture(autouse=True)
def fresh_limits():
    cache.clear()


@pytest.fixture
def hr():
    person = make_person("顾清禾")
    make_role(person, make_organization("钱湾智控有限公司"))
    return person


@pytest.fixture
def firm(hr):
    return hr.roles.get().organization


def link_path(firm, hr, **facts):
    return reverse("ecosystem:join_by_link", args=[make_link(firm, hr, **facts)[1]])


def test_a_link_names_the_firm_and_leaves_a_request(client, firm, hr):
    path = link_path(firm, hr)
    assert firm.name in client.get(path).content.decode()
    response = client.post(path, TYPED)
    asked = JoinRequest.objects.get()
    assert response.url == reverse("ecosystem:join_asked")
    assert (asked.organization, asked.name, asked.phone, asked.link.uses) == (firm, "蒋一舟", PHONE, 1)


def test_of_a_link_only_the_digest_is_kept(firm, hr):
    link, token = make_link(firm, hr)
    assert token not in str(link.__dict__)
    assert link.digest == invitation_links.digest_of(token)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        ({"revoked_at": timezone.now()}, "企业已经收回这个链接。"),
        ({"created_at": timezone.now() - datetime.timedelta(days=9), "expires_at": timezone.now()}, "已经过期"),
        ({"uses": 50}, "名额已经用完"),
    ],
)
def test_a_link_that_is_over_says_why_and_what_to_do(client, firm, hr, spoil, said):
    link, token = make_link(firm, hr)
    type(link).objects.filter(pk=link.pk).update(**spoil)
    path = reverse("ecosystem:join_by_link", args=[token])
    for response in (client.get(path), client.post(path, TYPED)):
        page = response.content.decode()
        assert (response.status_code, said in page, reverse("ecosystem:join") in page) == (410, True, True)
    assert JoinRequest.objects.count() == 0


def test_a_link_that_never_was_is_404(client):
    response = client.get(reverse("ecosystem:join_by_link", args=["none"]))
    assert (response.status_code, reverse("ecosystem:join") in response.content.decode()) == (404, True)


def test_the_last_place_is_the_last(firm, hr):
    link, _token = make_link(firm, hr, most=1)
    join_requests.ask(organization=firm, name="甲", phone="+8613900000001", at=timezone.now(), link=link)
    with pytest.raises(LinkEnded):
        join_requests.ask(organization=firm, name="乙", phone="+8613900000002", at=timezone.now(), link=link)
    link.refresh_from_db()
    assert (link.uses, JoinRequest.objects.count()) == (1, 1)


def test_one_request_waits_for_each_number_and_firm(client, firm, hr):
    path, other = link_path(firm, hr), make_organization()
    for _ in range(3):
        client.post(path, TYPED)
    make_join_request(other, phone=PHONE)
    asked = JoinRequest.objects.order_by("pk").values_list("organization", "link__uses")
    assert list(asked) == [(firm.pk, 1), (other.pk, None)]


def known_numbers(firm):
    """A number for each way of being known, and one that is not."""
    here = make_employment(organization=firm)
    waiting = make_employment(organization=firm, state=EmploymentState.PENDING)
    refused = make_employment(organization=firm, state=EmploymentState.REFUSED)
    elsewhere, asked = make_employment(), make_join_request(firm)
    return [held.claimed_phone for held in (here, waiting, refused, elsewhere)] + [asked.phone, PHONE]


def ask_each(client, path, numbers):
    """What each number is answered, with headers, and what the database is asked for it."""
    answers, asked = [], []
    for number in numbers:
        client.cookies.clear()
        with CaptureQueriesContext(connection) as queries:
            answer = client.post(path, {"name": "蒋一舟", "phone": number})
            page = client.get(answer.url)
        headers = {key: value for key, value in answer.headers.items() if key not in CHANGING}
        answers.append((answer.status_code, headers, answer.content, page.status_code, page.content))
        asked.append([NUMBERED.sub("", query["sql"])[:80] for query in queries.captured_queries])
    return answers, asked


@pytest.mark.parametrize("by_link", [True, False])
def test_the_answer_is_the_same_whoever_the_number_belongs_to(client, firm, hr, by_link):
    path = link_path(firm, hr) if by_link else reverse("ecosystem:join_firm", args=[firm.public_id])
    numbers = known_numbers(firm)
    answers, asked = ask_each(client, path, numbers)
    assert answers == [answers[-1]] * len(answers)
    first_of_theirs = [queries for number, queries in zip(numbers, asked, strict=True) if number != numbers[4]]
    assert first_of_theirs == [first_of_theirs[-1]] * len(first_of_theirs)


def test_firms_are_found_by_name_and_only_those_with_somebody_who_answers(client, firm):
    make_organization("钱湾无人公司")
    make_employment(make_person("钱湾"), firm)
    page = client.get(reverse("ecosystem:join"), {"q": "钱湾"})
    assert [found.name for found in page.context["firms"]] == [firm.name]
    assert [list(client.get(reverse("ecosystem:join"), {"q": q}).context["firms"]) for q in ("", " ")] == [[]] * 2


def test_a_firm_without_hr_cannot_be_asked(client):
    path = reverse("ecosystem:join_firm", args=[make_organization().public_id])
    assert (client.get(path).status_code, client.post(path, TYPED).status_code) == (404, 404)


def test_a_number_asks_five_times_a_day(client, firm, hr):
    path = link_path(firm, hr)
    answers = [client.post(path, TYPED).status_code for _ in range(6)]
    assert answers == [302] * 5 + [422]


def test_accepting_puts_the_person_on_the_roster_and_invites_them(firm, hr):
    department = Department.objects.create(organization=firm, name="算法平台部")
    link, _token = make_link(firm, hr, department=department)
    join_requests.ask(organization=firm, name="蒋一舟", phone=PHONE, at=timezone.now(), link=link)
    request = JoinRequest.objects.get()
    held = join_requests.accept(request=request, by=hr, at=timezone.now())
    request.refresh_from_db()
    assert (held.organization, held.claimed_name, held.claimed_phone, held.department, held.state) == (
        firm,
        "蒋一舟",
        PHONE,
        department,
        EmploymentState.PENDING,
    )
    assert (request.state, request.employment, request.decided_by) == (RequestState.ACCEPTED, held, hr)
    assert [row.employment for row in Invitation.objects.all()] == [held]
    event = EmploymentEvent.objects.get(employment=held)
    assert (event.origin, event.origin_id) == (EventOrigin.REQUEST, request.pk)


def test_who_is_on_the_roster_already_is_not_put_there_twice(firm, hr):
    waiting = make_employment(organization=firm, state=EmploymentState.PENDING)
    confirmed = make_employment(organization=firm)
    for held in (waiting, confirmed):
        request = make_join_request(firm, phone=held.claimed_phone)
        assert join_requests.accept(request=request, by=hr, at=timezone.now()) == held
    assert [row.employment for row in Invitation.objects.all()] == [waiting]


def test_who_refused_and_asks_after_all_is_asked_again(firm, hr):
    held = make_employment(organization=firm, state=EmploymentState.PENDING)
    employments.refuse(employment=held, by=held.person, at=timezone.now())
    request = make_join_request(firm, phone=held.claimed_phone)
    anew = join_requests.accept(request=request, by=hr, at=timezone.now())
    held.refresh_from_db()
    assert (anew.person, anew.state, held.to_on) == (held.person, EmploymentState.PENDING, timezone.localdate())


def test_all_are_let_in_at_once(client, firm, hr):
    asked = [make_join_request(firm) for _ in range(3)]
    others = make_join_request(make_organization())
    client.force_login(hr)
    client.post(reverse("ecosystem:accept_all"))
    states = dict(JoinRequest.objects.values_list("pk", "state"))
    assert states == {request.pk: RequestState.ACCEPTED for request in asked} | {others.pk: RequestState.WAITING}
    here = Employment.objects.filter(organization=firm, state=EmploymentState.PENDING)
    assert set(here.values_list("claimed_phone", flat=True)) == {request.phone for request in asked}


def test_who_is_declined_gets_the_sentence_by_text(firm, hr):
    request = make_join_request(firm, phone=PHONE)
    join_requests.decline(request=request, answer=Unwelcome.SEE_US, by=hr, at=timezone.now())
    letter = unwelcome(request.pk)
    assert (letter.phone, letter.text) == (
        PHONE,
        "钱湾智控有限公司答复你的加入申请：请当面联系我们的人事部门。",
    )


def test_hr_answers_once(firm, hr):
    request = make_join_request(firm)
    join_requests.decline(request=request, answer=Unwelcome.NOT_OURS, by=hr, at=timezone.now())
    with pytest.raises(NotAllowed):
        join_requests.accept(request=request, by=hr, at=timezone.now())
    assert Employment.objects.filter(organization=firm, claimed_phone=request.phone).count() == 0


def test_hr_sees_what_was_typed_and_nothing_else(client, firm, hr):
    known = make_employment(make_person("陆安宁"), post="首席科学家").person
    make_join_request(firm, name="小陆", phone=known.phone)
    client.force_login(hr)
    page = client.get(reverse("ecosystem:join_requests")).content.decode()
    assert ("小陆" in page, known.phone.removeprefix("+86") in page) == (True, True)
    assert ("陆安宁" in page, "首席科学家" in page) == (False, False)


def test_hr_of_another_firm_decides_nothing(client, firm):
    stranger = make_person()
    make_role(stranger, make_organization())
    request = make_join_request(firm)
    client.force_login(stranger)
    answers = [
        client.post(reverse(f"ecosystem:{name}", args=[request.public_id]), {"answer": "not_ours"}).status_code
        for name in ("accept_request", "decline_request")
    ]
    request.refresh_from_db()
    assert (answers, request.state) == ([404, 404], RequestState.WAITING)
