import pytest
from django.urls import reverse
from django.utils import timezone

from ecosystem.actions.invitations import invite
from ecosystem.enums import EmploymentState
from ecosystem.models import Invitation, InvitationLink
from tests.factories.ecosystem import make_employment, make_organization, make_person, make_role
from tests.factories.joining import make_link

pytestmark = pytest.mark.django_db
PAGE, SEND = reverse("ecosystem:invitations"), reverse("ecosystem:send_invitations")


@pytest.fixture
def hr(client):
    person = make_person("顾清禾")
    make_role(person, make_organization())
    client.force_login(person)
    return person


@pytest.fixture
def firm(hr):
    return hr.roles.get().organization


def waiting(firm, name):
    return make_employment(organization=firm, claimed_name=name, state=EmploymentState.PENDING)


def shown(client, **narrowed):
    return [row.called for row in client.get(PAGE, narrowed).context["page"].object_list]


def test_the_list_shows_who_has_not_come_and_narrows(client, firm):
    first, _second = waiting(firm, "安然"), waiting(firm, "白露")
    make_employment(make_person("陈已来"), firm)
    waiting(make_organization(), "丁别家")
    invite(employments=[first], by=None, at=timezone.now())
    assert shown(client) == ["安然", "白露"]
    assert [shown(client, invited=invited) for invited in ("once", "never")] == [["安然"], ["白露"]]
    assert [shown(client, q=q) for q in ("bailu", "白露", first.claimed_phone[-4:])] == [["白露"], ["白露"], ["安然"]]


def test_one_is_invited_or_all_as_narrowed(client, firm):
    first, second, third = [waiting(firm, name) for name in ("安然", "白露", "曹原")]
    client.post(SEND, {"employment": first.public_id})
    assert [row.employment for row in Invitation.objects.all()] == [first]
    page = client.post(SEND, {"everybody": "1", "invited": "never"}, follow=True).content.decode()
    assert set(Invitation.objects.values_list("employment", flat=True)) == {first.pk, second.pk, third.pk}
    assert "已邀请 2 人。" in page
    assert (
        "已邀请 0 人。 未邀请： 3 人今天已经邀请过"
        in client.post(SEND, {"everybody": "1"}, follow=True).content.decode()
    )


@pytest.mark.parametrize("employment", ["", "x", "00000000-0000-4000-8000-000000000000"])
def test_who_is_not_there_is_404(client, firm, employment):
    assert client.post(SEND, {"employment": employment}).status_code == 404


def test_nobody_of_another_firm_is_invited(client, firm):
    other = waiting(make_organization(), "丁别家")
    assert client.post(SEND, {"employment": other.public_id}).status_code == 404
    client.post(SEND, {"everybody": "1"})
    assert Invitation.objects.count() == 0


def test_a_link_is_shown_once(client, firm):
    page = client.post(reverse("ecosystem:make_link"), {"most": 5, "days": 7})
    address = page.context["address"]
    assert address in page.content.decode()
    token = address.rstrip("/").rpartition("/")[2]
    link = InvitationLink.objects.get()
    assert (link.organization, link.most, token in client.get(PAGE).content.decode()) == (firm, 5, False)
    assert client.get(address).status_code == 200
    client.post(reverse("ecosystem:revoke_link", args=[link.public_id]))
    assert client.get(address).status_code == 410


@pytest.mark.parametrize(
    "wrong", [{"most": 0, "days": 7}, {"most": 5, "days": 8}, {"most": 5, "days": 7, "department": 99}]
)
def test_a_link_without_bounds_is_not_made(client, firm, wrong):
    assert client.post(reverse("ecosystem:make_link"), wrong).status_code == 422
    assert InvitationLink.objects.count() == 0


def test_a_link_of_another_firm_is_not_withdrawn(client, firm):
    stranger = make_person()
    make_role(stranger, make_organization())
    link, _token = make_link(stranger.roles.get().organization, stranger)
    assert client.post(reverse("ecosystem:revoke_link", args=[link.public_id])).status_code == 404
