import pytest
from django.urls import reverse
from django.utils import timezone

from audit import outbox
from audit.models import OutboxMessage
from ecosystem.actions import corrections
from ecosystem.enums import CorrectedField, EmploymentState, EventOrigin, RequestState
from ecosystem.models import CorrectionRequest, Department, EmploymentEvent
from ecosystem.rules import NotAllowed
from messaging.models import Message
from tests.factories.ecosystem import make_employment, make_organization, make_person, make_role
from tests.factories.joining import make_correction

pytestmark = pytest.mark.django_db


@pytest.fixture
def hr():
    person = make_person("顾清禾")
    make_role(person, make_organization("钱湾智控有限公司"))
    return person


@pytest.fixture
def firm(hr):
    return hr.roles.get().organization


@pytest.fixture
def held(firm):
    return make_employment(make_person("沈知远"), firm, post="工程师", staff_no="E0001")


def say(client, claim, **more):
    client.force_login(claim.person)
    return client.post(reverse("ecosystem:welcome"), {"claim": claim.pk, "name": "沈知远", "next": "/me/", **more})


def test_the_first_page_shows_what_the_firm_claims_and_the_name_ready(client, firm):
    claim = make_employment(
        make_person(""), firm, claimed_name="沈知远", post="工程师", staff_no="E0002", state=EmploymentState.PENDING
    )
    client.force_login(claim.person)
    response = client.get(reverse("ecosystem:welcome"))
    assert response.context["said"] == [("姓名", "沈知远"), ("岗位", "工程师"), ("工号", "E0002")]
    assert response.context["form"]["name"].value() == "沈知远"


def test_one_says_what_is_wrong_and_goes_on_at_once(client, firm):
    claim = make_employment(make_person(""), firm, claimed_name="沈之远", state=EmploymentState.PENDING)
    response = say(client, claim, wrong="1", field="post", wanted="算法工程师")
    claim.refresh_from_db()
    asked = CorrectionRequest.objects.get()
    assert (response.url, claim.state) == ("/me/", EmploymentState.CONFIRMED)
    assert (asked.employment, asked.field, asked.wanted, asked.state) == (
        claim,
        CorrectedField.POST,
        "算法工程师",
        RequestState.WAITING,
    )


def test_who_corrects_the_name_is_called_so_and_the_firm_claims_what_it_claimed(client, firm):
    claim = make_employment(make_person(""), firm, claimed_name="沈之远", state=EmploymentState.PENDING)
    say(client, claim, name="沈之远", wrong="1", field="claimed_name", wanted="沈知远")
    claim.refresh_from_db()
    assert (claim.person.full_name, claim.claimed_name, claim.state) == ("沈知远", "沈之远", EmploymentState.CONFIRMED)


@pytest.mark.parametrize("said", [{"field": "post", "wanted": ""}, {"field": "state", "wanted": "x"}, {"wanted": "x"}])
def test_what_says_nothing_is_shown_again(client, firm, said):
    claim = make_employment(make_person(""), firm, claimed_name="沈知远", state=EmploymentState.PENDING)
    response = say(client, claim, wrong="1", **said)
    claim.refresh_from_db()
    assert (response.status_code, claim.state, CorrectionRequest.objects.count()) == (422, EmploymentState.PENDING, 0)


def test_two_firms_are_asked_about_in_turn_and_neither_page_speaks_of_the_other(client):
    first = make_employment(make_person(""), make_organization("钱湾智控有限公司"), state=EmploymentState.PENDING)
    second = make_employment(first.person, make_organization("苕溪智能有限公司"), state=EmploymentState.PENDING)
    client.force_login(first.person)
    pages = [client.get(reverse("ecosystem:welcome")).content.decode()]
    say(client, first)
    pages.append(client.get(reverse("ecosystem:welcome")).content.decode())
    firms = (first.organization.name, second.organization.name)
    assert [[firm in page for firm in firms] for page in pages] == [[True, False], [False, True]]
    say(client, second, refuse="1")
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == (EmploymentState.CONFIRMED, EmploymentState.REFUSED)


def test_ones_own_data_at_the_firm_with_a_way_to_correct_it(client, held):
    client.force_login(held.person)
    page = client.get(reverse("ecosystem:my_claims")).content.decode()
    assert ("E0001" in page, held.organization.name in page) == (True, True)
    path = reverse("ecosystem:ask_correction", args=[held.public_id])
    client.post(path, {"field": "staff_no", "wanted": "E0009"})
    client.post(path, {"field": "staff_no", "wanted": "E0008"})
    assert list(CorrectionRequest.objects.values_list("employment", "field", "wanted")) == [
        (held.pk, "staff_no", "E0008")
    ]


def test_nobody_asks_about_somebody_else(client, held):
    client.force_login(make_employment(organization=held.organization).person)
    path = reverse("ecosystem:ask_correction", args=[held.public_id])
    assert client.post(path, {"field": "post", "wanted": "x"}).status_code == 404
    with pytest.raises(NotAllowed):
        corrections.ask(employment=held, field="post", wanted="x", by=make_person(), at=timezone.now())


@pytest.mark.parametrize(
    ("field", "wanted", "column", "value"),
    [
        ("claimed_name", "沈 之远", "claimed_name", "沈之远"),
        ("post", " 算法工程师 ", "post", "算法工程师"),
        ("staff_no", "E0009", "staff_no", "E0009"),
        ("other", "入职日期错了", "post", "工程师"),
    ],
)
def test_hr_corrects_in_one_tap_and_the_person_is_told(client, hr, held, field, wanted, column, value):
    request = make_correction(held, field, wanted)
    client.force_login(hr)
    response = client.post(reverse("ecosystem:apply_correction", args=[request.public_id]), {"next": "/desk/"})
    held.refresh_from_db()
    request.refresh_from_db()
    assert (response.url, getattr(held, column), request.state) == ("/desk/", value, RequestState.ACCEPTED)
    outbox.deliver(OutboxMessage.objects.get(topic="ecosystem.correction_answered").pk)
    message = Message.objects.get()
    assert (message.person, message.title, message.url) == (
        held.person,
        "钱湾智控有限公司答复了你的更正申请",
        reverse("ecosystem:my_claims"),
    )


def test_a_correction_stands_in_the_history(hr, held):
    request = make_correction(held)
    corrections.apply(request=request, by=hr, at=timezone.now())
    event = EmploymentEvent.objects.get(employment=held)
    assert (event.origin, event.origin_id, event.by) == (EventOrigin.CORRECTION, request.pk, hr)


def test_a_department_is_found_by_its_name_or_hr_is_told(client, firm, hr, held):
    request = make_correction(held, "department", "算法平台部")
    with pytest.raises(NotAllowed):
        corrections.apply(request=request, by=hr, at=timezone.now())
    Department.objects.create(organization=make_organization(), name="算法平台部")
    department = Department.objects.create(organization=firm, name="算法平台部")
    corrections.apply(request=request, by=hr, at=timezone.now())
    held.refresh_from_db()
    assert held.department == department


def test_a_staff_number_of_a_colleague_is_not_given_away(client, firm, hr, held):
    make_employment(organization=firm, staff_no="E0009")
    request = make_correction(held, "staff_no", "E0009")
    client.force_login(hr)
    page = client.post(reverse("ecosystem:apply_correction", args=[request.public_id]), follow=True)
    request.refresh_from_db()
    held.refresh_from_db()
    assert (request.state, held.staff_no, 'class="note row bad"' in page.content.decode()) == (
        RequestState.WAITING,
        "E0001",
        True,
    )


@pytest.mark.parametrize(
    ("why", "own", "answer"), [("请带合同来", "", "请带合同来"), ("请带合同来", "下月改", "下月改")]
)
def test_hr_says_why_not_and_the_person_reads_it(client, hr, held, why, own, answer):
    request = make_correction(held)
    client.force_login(hr)
    client.post(reverse("ecosystem:decline_correction", args=[request.public_id]), {"why": why, "own": own})
    request.refresh_from_db()
    held.refresh_from_db()
    assert (request.state, request.answer, held.post) == (RequestState.DECLINED, answer, "工程师")
    client.force_login(held.person)
    assert answer in client.get(reverse("ecosystem:my_claims")).content.decode()


def test_a_refusal_says_why(client, hr, held):
    request = make_correction(held)
    client.force_login(hr)
    path = reverse("ecosystem:decline_correction", args=[request.public_id])
    assert client.post(path, {"why": "", "own": " "}).status_code == 422


def test_hr_of_another_firm_sees_and_corrects_nothing(client, held):
    request = make_correction(held)
    stranger = make_person()
    make_role(stranger, make_organization())
    client.force_login(stranger)
    answers = [
        client.post(reverse(f"ecosystem:{name}", args=[request.public_id]), {"own": "x"}).status_code
        for name in ("apply_correction", "decline_correction")
    ]
    page = client.get(reverse("ecosystem:corrections")).content.decode()
    assert (answers, "算法工程师" in page) == ([404, 404], False)
