"""An organization applies without a log-in, follows its application and answers."""

import pytest
from django.urls import reverse
from django.utils import timezone

from audit.models import OutboxMessage
from ecosystem import letters
from ecosystem.actions import applications as actions
from ecosystem.enums import ApplicationState
from ecosystem.models import OrganizationApplication
from tests.factories.applications import form_data, make_application, make_asked_back, upload
from tests.factories.ecosystem import make_chain, make_organization, make_person, make_uscc
from words.phones import mask_phone

pytestmark = pytest.mark.django_db
APPLY = "/join/organization/"


@pytest.fixture(autouse=True)
def _english(client):
    client.cookies["language"] = "en"


def page_of(application) -> str:
    return reverse("ecosystem:application", args=[application.public_id])


def test_an_application_is_handed_in_and_leads_to_its_page(client):
    data = form_data(chain=make_chain().pk, position="partner")
    response = client.post(APPLY, data)
    application = OrganizationApplication.objects.get()
    assert (response.status_code, response["Location"]) == (302, page_of(application))
    assert (application.state, application.uscc, application.applicant_phone) == (
        ApplicationState.SUBMITTED,
        data["uscc"],
        f"+86{data['applicant_phone']}",
    )
    assert (application.licence.name[-4:], application.position) == (".jpg", "partner")
    assert OutboxMessage.objects.get().ids == {"application_id": application.pk}


def test_a_look_alike_suggests_the_right_code_and_its_button_takes_it(client):
    right = make_uscc(70123)
    wrong = right.replace("0", "O", 1)
    response = client.post(APPLY, form_data(uscc=wrong))
    assert (response.status_code, OrganizationApplication.objects.count()) == (422, 0)
    assert f'name="take_uscc" value="{right}"' in response.content.decode()
    client.post(APPLY, form_data(uscc=wrong, take_uscc=right))
    assert OrganizationApplication.objects.get().uscc == right


def test_an_override_needs_a_reason_and_never_outweighs_the_alphabet(client):
    wrong = make_uscc(70124)[:17] + "0"
    wrong = wrong if wrong != make_uscc(70124) else wrong[:17] + "1"
    assert client.post(APPLY, form_data(uscc=wrong)).status_code == 422
    assert client.post(APPLY, form_data(uscc=wrong, uscc_override_reason="  ")).status_code == 422
    assert client.post(APPLY, form_data(uscc="I" * 18, uscc_override_reason="执照如此")).status_code == 422
    assert client.post(APPLY, form_data(uscc=wrong[:15], uscc_override_reason="执照如此")).status_code == 422
    assert client.post(APPLY, form_data(uscc=wrong, uscc_override_reason="执照如此")).status_code == 302
    assert OrganizationApplication.objects.get().uscc_override_reason == "执照如此"


def test_nothing_is_lost_when_the_form_comes_back(client):
    data = form_data(applicant_phone="123")
    body = client.post(APPLY, data)
    form = body.context["form"]
    token = form.data["held_licence"]
    assert (body.status_code, form.holds_licence, data["name"] in body.content.decode()) == (422, True, True)
    again = client.post(APPLY, form_data(licence=None, held_licence=token))
    assert (again.status_code, OrganizationApplication.objects.get().licence.size > 0) == (302, True)


def test_without_a_licence_or_with_a_forged_token_it_is_refused(client):
    for token in ("", "forged:token"):
        response = client.post(APPLY, form_data(licence=None, held_licence=token))
        assert (response.status_code, set(response.context["form"].errors)) == (422, {"licence"})
    response = client.post(APPLY, form_data(licence=upload(b"not a picture")))
    assert (response.status_code, OrganizationApplication.objects.count()) == (422, 0)


@pytest.mark.parametrize("by", ["uscc", "name"])
def test_who_is_here_already_learns_nothing_more(client, by):
    here = make_organization(short_name="不该说的简称")
    response = client.post(APPLY, form_data(**{by: getattr(here, by)}))
    body = response.content.decode()
    assert (response.status_code, "is here already" in body, here.short_name in body) == (422, True, False)
    assert OrganizationApplication.objects.count() == 0


def test_one_open_application_for_each_code(client):
    waiting = make_application()
    response = client.post(APPLY, form_data(uscc=waiting.uscc))
    assert (response.status_code, OrganizationApplication.objects.count()) == (422, 1)


def test_what_only_the_source_names_may_apply(client):
    named = make_organization()
    type(named).objects.filter(pk=named.pk).update(uscc=None)
    assert client.post(APPLY, form_data(name=named.name)).status_code == 302


def test_one_number_applies_a_few_times_a_day(client):
    answers = [client.post(APPLY, form_data(applicant_phone="13900001234")).status_code for _ in range(4)]
    assert (answers, OrganizationApplication.objects.count()) == ([302, 302, 302, 429], 3)


def test_the_page_is_the_holders_alone(client):
    application = make_asked_back()
    response = client.get(page_of(application))
    body = response.content.decode()
    assert (response.status_code, response["X-Robots-Tag"], "no-store" in response["Cache-Control"]) == (
        200,
        "noindex",
        True,
    )
    assert (application.applicant_phone[3:] in body, mask_phone(application.applicant_phone) in body) == (False, True)
    other = make_application(name="别家单位")
    assert other.name not in body
    assert client.get(page_of(application).replace("-4", "-5", 1)).status_code == 404


def test_an_answer_corrects_and_hands_in_again(client):
    application = make_asked_back(name="错名有限公司")
    data = form_data(name="正名有限公司", uscc=application.uscc, licence=None, applicant_phone=None, answer="已更正。")
    response = client.post(page_of(application), data)
    before, licence = application.applicant_phone, application.licence.name
    application.refresh_from_db()
    assert response.status_code == 302
    assert (application.state, application.name, application.answer) == ("submitted", "正名有限公司", "已更正。")
    assert (application.applicant_phone, application.licence.name) == (before, licence)


def test_there_is_nothing_to_answer_before_the_office_asks(client):
    application = make_application()
    response = client.post(page_of(application), form_data(uscc=application.uscc, answer="？"))
    application.refresh_from_db()
    assert (response.status_code, application.answer) == (422, "")


def test_each_question_goes_out_once_and_says_where_to_answer():
    application = make_application()
    office = make_person("卢青")
    for question in ("第一问？", "第一问？"):
        actions.ask_back(application=application, question=question, by=office, at=timezone.now())
    posted = OutboxMessage.objects.filter(topic="ecosystem.application_asked_back")
    assert [message.ids["asked_times"] for message in posted] == [1]
    letter = letters.question(letters.question_ref(application.pk, 1))
    assert (letter.phone, page_of(application) in letter.text, "第一问" in letter.text) == (
        application.applicant_phone,
        True,
        False,
    )
    assert letters.question(letters.question_ref(application.pk, 2)) is None
