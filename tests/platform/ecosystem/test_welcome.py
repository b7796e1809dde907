import pytest
from django.urls import reverse

from ecosystem.enums import EmploymentState
from ecosystem.models import Employment
from tests.factories.ecosystem import make_employment, make_organization, make_person

pytestmark = pytest.mark.django_db


def test_nothing_is_shown_before_the_person_answers(client):
    claim = make_employment(state=EmploymentState.PENDING)
    client.force_login(claim.person)
    response = client.get("/ecosystem/?a=1")
    assert (response.status_code, response.url) == (302, "/welcome/?next=%2Fecosystem%2F%3Fa%3D1")


def test_confirming_leads_on_and_the_firm_is_acted_for(client):
    claim = make_employment(make_person(""), claimed_name="沈知远", state=EmploymentState.PENDING)
    client.force_login(claim.person)
    page = client.get(reverse("ecosystem:welcome"), {"next": "/ecosystem/"})
    assert claim.organization.name in page.content.decode()
    response = client.post(
        reverse("ecosystem:welcome"),
        {"claim": claim.pk, "name": "沈知远", "next": "/ecosystem/", "confirm": "1"},
        follow=True,
    )
    claim.person.refresh_from_db()
    assert (response.redirect_chain, claim.person.full_name) == ([("/ecosystem/", 302)], "沈知远")
    assert response.wsgi_request.acting.organization == claim.organization


def test_refusing_asks_no_more_and_gives_no_firm(client):
    claim = make_employment(state=EmploymentState.PENDING)
    client.force_login(claim.person)
    answer = {"claim": claim.pk, "refuse": "1", "next": "/ecosystem/"}
    response = client.post(reverse("ecosystem:welcome"), answer, follow=True)
    assert (Employment.objects.get().state, response.wsgi_request.acting) == (EmploymentState.REFUSED, None)


@pytest.mark.parametrize("name", ["", "\u3000", "\u200b\u200b", "···", "a\x00b", "名" * 81, "\ufdfa" * 80])
def test_a_name_that_is_none_gets_a_sentence_and_writes_nothing(client, name):
    claim = make_employment(state=EmploymentState.PENDING)
    client.force_login(claim.person)
    response = client.post(reverse("ecosystem:welcome"), {"claim": claim.pk, "name": name, "confirm": "1"})
    assert (response.status_code, Employment.objects.get().state) == (422, EmploymentState.PENDING)


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ("https://elsewhere.example/", "/"),
        ("//elsewhere.example", "/"),
        ("ecosystem", "ecosystem"),
        ("a\x00b", "a%00b"),
    ],
)
def test_the_way_back_never_leaves_the_site(client, wanted, given):
    claim = make_employment(state=EmploymentState.PENDING)
    client.force_login(claim.person)
    response = client.post(reverse("ecosystem:welcome"), {"claim": claim.pk, "refuse": "1", "next": wanted})
    assert response.url == given


def test_an_answer_sent_twice_answers_one_claim(client):
    first = make_employment(state=EmploymentState.PENDING)
    second = make_employment(first.person, make_organization(), state=EmploymentState.PENDING)
    client.force_login(first.person)
    answer = {"claim": first.pk, "name": "沈知远", "confirm": "1"}
    answers = [client.post(reverse("ecosystem:welcome"), answer) for _ in range(2)]
    second.refresh_from_db()
    assert [response.status_code for response in answers] == [302, 200]
    assert second.state == EmploymentState.PENDING
    assert second.organization.name in answers[1].content.decode()


def test_one_acts_only_for_a_confirmed_employment_of_ones_own(client):
    mine = make_employment()
    second = make_employment(mine.person, make_organization())
    others = make_employment()
    client.force_login(mine.person)
    answers = [
        client.post(reverse("ecosystem:act_for"), {"employment": held.pk}).status_code for held in (second, others)
    ]
    response = client.get("/ecosystem/")
    assert (answers, response.wsgi_request.acting) == ([302, 404], second)
