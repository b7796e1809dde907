"""What a person gets to see, and what they are not told."""

import uuid

import pytest
import time_machine
from django.urls import reverse

from courses.learning.actions.certificates import revoke
from courses.learning.enums import EnrollmentState
from courses.learning.models import Enrollment, LearningEvent
from tests.factories.cms import checkpoint, make_course, make_lesson
from tests.factories.ecosystem import make_employment
from tests.factories.learning import (
    DAY,
    NOW,
    TODAY,
    complete_course,
    finish_items,
    make_draft,
    make_enrollment,
    make_run,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def acting():
    return make_employment()


@pytest.fixture
def learner(client, acting):
    """The browser of the employee, reading English."""
    client.force_login(acting.person)
    client.cookies["language"] = "en"
    return client


def page(name, *args) -> str:
    return reverse(f"learning:{name}", args=args)


def words(response) -> str:
    return response.content.decode()


def test_enrolling_leads_to_ones_own_page(learner, acting):
    run = make_run(name="秋季 1 期")
    response = learner.post(page("enroll", run.public_id), {"client_id": uuid.uuid4()}, follow=True)
    enrollment = Enrollment.objects.get(learner=acting.person)
    assert response.redirect_chain == [(page("enrollment", enrollment.public_id), 302)]
    assert "You have a seat in 秋季 1 期." in words(response)


def test_a_refusal_is_a_page_with_the_reason(learner):
    run = make_run(seats=1)
    make_enrollment(run)
    response = learner.post(page("enroll", run.public_id))
    assert (response.status_code, "Your firm has no seats left in this run." in words(response)) == (422, True)


def test_with_htmx_the_panel_answers_in_place(learner):
    run = make_run(name="秋季 1 期")
    response = learner.post(page("enroll", run.public_id), headers={"HX-Request": "true"})
    assert words(response).lstrip().startswith('<section class="panel" id="runs"')
    assert "You are in this run" in words(response)


def test_with_htmx_a_refusal_stands_in_the_panel(learner):
    run = make_run(enroll_closes_at=NOW)
    response = learner.post(page("enroll", run.public_id), headers={"HX-Request": "true"})
    assert (response.status_code, 'role="alert"' in words(response)) == (422, True)


def test_a_sign_in_on_the_way_leads_back_to_the_course(learner):
    run = make_run()
    assert learner.get(page("enroll", run.public_id)).url == f"{run.course.url}#runs"


def test_a_draft_is_not_there(learner):
    assert learner.post(page("enroll", make_draft().public_id)).status_code == 404


def test_one_click_sent_twice_is_one_seat(learner, acting):
    run, once = make_run(), {"client_id": str(uuid.uuid4())}
    answers = [learner.post(page("enroll", run.public_id), once).url for _ in range(2)]
    assert (len(set(answers)), Enrollment.objects.filter(learner=acting.person).count()) == (1, 1)


def test_a_click_sent_again_after_the_seat_was_given_back_takes_none(learner, acting):
    run, once = make_run(), {"client_id": str(uuid.uuid4())}
    learner.post(page("enroll", run.public_id), once)
    enrollment = Enrollment.objects.get(learner=acting.person)
    learner.post(page("withdraw", enrollment.public_id))
    assert learner.post(page("enroll", run.public_id), once).status_code == 422
    assert Enrollment.objects.get(learner=acting.person).state == EnrollmentState.WITHDRAWN


def test_one_pages_number_is_good_for_each_act_once(learner, acting):
    runs, number = [make_run(), make_run()], {"client_id": str(uuid.uuid4())}
    for run in runs:
        learner.post(page("enroll", run.public_id), number)
    for enrollment in Enrollment.objects.filter(learner=acting.person):
        learner.post(page("withdraw", enrollment.public_id), number)
    states = Enrollment.objects.filter(learner=acting.person).values_list("run", "state")
    assert set(states) == {(run.pk, EnrollmentState.WITHDRAWN) for run in runs}


@pytest.mark.parametrize("name", ["enrollment", "withdraw", "item", "finish", "answer"])
@pytest.mark.parametrize("same_firm", [True, False])
def test_another_persons_enrollment_is_not_there(learner, acting, name, same_firm):
    other = make_employment(organization=acting.organization) if same_firm else make_employment()
    enrollment = make_enrollment(acting=other)
    address = page(name, enrollment.public_id, *([1] if name in ("item", "finish", "answer") else []))
    assert {learner.get(address).status_code, learner.post(address).status_code} <= {404, 405}
    assert learner.post(address, {"block": "x", "option": 0}).status_code in (404, 405)
    enrollment.refresh_from_db()
    assert enrollment.state == EnrollmentState.CONFIRMED


def test_another_persons_certificate_is_not_there(learner):
    certificate = complete_course(make_enrollment()).certificate
    assert learner.get(page("certificate", certificate.code)).status_code == 404


def test_my_run_says_what_is_missing(learner, acting):
    enrollment = make_enrollment(acting=acting)
    finish_items(enrollment, 1)
    body = words(learner.get(page("enrollment", enrollment.public_id)))
    assert "1 thing missing until you complete the course" in body
    assert "Lesson 2, 第2课: not opened yet" in body


def test_before_the_first_day_lessons_are_shut(learner, acting):
    enrollment = make_enrollment(make_run(starts_on=TODAY + DAY), acting)
    body = words(learner.get(page("enrollment", enrollment.public_id)))
    assert "The run begins on Wed 25 Nov. The lessons open then." in body
    assert page("item", enrollment.public_id, 1) not in body
    assert learner.get(page("item", enrollment.public_id, 1)).status_code == 403


def test_a_lesson_is_read_and_finished(learner, acting):
    enrollment = make_enrollment(acting=acting)
    assert "读一读。" in words(learner.get(page("item", enrollment.public_id, 1)))
    response = learner.post(page("finish", enrollment.public_id, 1), {"client_id": uuid.uuid4()})
    assert response.url == page("item", enrollment.public_id, 2)


def test_fetching_ahead_is_not_looking(learner, acting):
    enrollment = make_enrollment(acting=acting)
    learner.get(page("item", enrollment.public_id, 1), headers={"Sec-Purpose": "prefetch"})
    assert LearningEvent.objects.count() == 0


def test_a_locked_lesson_says_when_it_opens(learner, acting):
    enrollment = make_enrollment(acting=acting)
    response = learner.get(page("item", enrollment.public_id, 2))
    assert response.status_code == 403
    assert "This opens when you have finished lesson 1." in words(response)


def test_a_lesson_that_is_not_there(learner, acting):
    enrollment = make_enrollment(acting=acting)
    assert learner.get(page("item", enrollment.public_id, 9)).status_code == 404


def test_the_last_lesson_leads_to_the_certificate(learner, acting):
    enrollment = make_enrollment(acting=acting)
    finish_items(enrollment, 1)
    response = learner.post(page("finish", enrollment.public_id, 2), follow=True)
    certificate = Enrollment.objects.get(pk=enrollment.pk).certificate
    assert response.redirect_chain == [(page("enrollment", enrollment.public_id), 302)]
    assert page("certificate", certificate.code) in words(response)


def in_a_run_with_a_checkpoint(acting) -> Enrollment:
    course = make_course(lessons=0)
    make_lesson(course, body=[checkpoint(right=1)])
    return make_enrollment(make_run(course), acting)


def test_an_answer_comes_back_to_its_question(learner, acting):
    enrollment = in_a_run_with_a_checkpoint(acting)
    block = enrollment.run.items.get().checkpoints[0]
    response = learner.post(page("answer", enrollment.public_id, 1), {"block": block, "option": 0})
    assert response.url == f"{page('item', enrollment.public_id, 1)}#q-{block}"
    body = words(learner.get(page("item", enrollment.public_id, 1)))
    assert ("Not yet." in body, "关于先看评测集" in body) == (True, True)


def test_the_right_answer_completes(learner, acting):
    enrollment = in_a_run_with_a_checkpoint(acting)
    block = enrollment.run.items.get().checkpoints[0]
    learner.post(page("answer", enrollment.public_id, 1), {"block": block, "option": 1})
    enrollment.refresh_from_db()
    assert enrollment.state == EnrollmentState.COMPLETED


def test_one_answer_sent_twice_is_one_answer(learner, acting):
    enrollment = in_a_run_with_a_checkpoint(acting)
    block = enrollment.run.items.get().checkpoints[0]
    address = f"{page('answer', enrollment.public_id, 1)}?page={uuid.uuid4()}"
    for _ in range(2):
        learner.post(address, {"block": block, "option": 0})
    assert LearningEvent.objects.filter(kind="answered").count() == 1


@pytest.mark.parametrize("data", [{}, {"block": "x"}, {"block": "x", "option": "a"}, {"block": "x", "option": 1}])
def test_no_answer_is_told_so(learner, acting, data):
    enrollment = in_a_run_with_a_checkpoint(acting)
    response = learner.post(page("answer", enrollment.public_id, 1), data, follow=True)
    assert "Choose one of the answers." in words(response)


def test_withdrawing_asks_first(learner, acting):
    enrollment = make_enrollment(acting=acting)
    assert learner.get(page("withdraw", enrollment.public_id)).status_code == 200
    enrollment.refresh_from_db()
    assert enrollment.state == EnrollmentState.CONFIRMED
    response = learner.post(page("withdraw", enrollment.public_id))
    enrollment.refresh_from_db()
    assert (response.url, enrollment.state) == (f"{enrollment.run.course.url}#runs", EnrollmentState.WITHDRAWN)


def test_me_counts_the_years_hours(learner, acting):
    complete_course(make_enrollment(make_run(make_course("读懂数据", study_hours="8")), acting))
    make_enrollment(make_run(make_course(study_hours="4.5")), acting)
    body = words(learner.get(page("me")))
    assert 'aria-label="8 of 90 study hours"' in body
    assert ("<b>82</b> to go." in body, "it comes to <b>12.5</b>" in body) == (True, True)


def test_me_without_anything_leads_to_the_courses(learner):
    body = words(learner.get(page("me")))
    assert ("No course yet" in body, "No certificate yet." in body) == (True, True)


def test_me_shows_nothing_of_others(learner):
    other = complete_course(make_enrollment())
    assert other.certificate.code not in words(learner.get(page("me")))


def test_my_certificate_carries_the_address_that_proves_it(learner, acting):
    certificate = complete_course(make_enrollment(acting=acting)).certificate
    body = words(learner.get(page("certificate", certificate.code)))
    assert f"http://testserver{page('verify', certificate.code)}" in body


def test_anyone_can_verify(client):
    certificate = complete_course(make_enrollment()).certificate
    response = client.get(page("verify", certificate.code.lower().replace("-", " ")), headers={"Accept-Language": "en"})
    assert (response.status_code, response["Cache-Control"], response["X-Robots-Tag"]) == (
        200,
        "private, no-store",
        "noindex",
    )
    assert ("This certificate is genuine" in words(response), certificate.learner_name in words(response)) == (
        True,
        True,
    )


@pytest.mark.parametrize("typed", ["../../etc/passwd", "</script>", "证书"])
def test_what_is_no_number_is_said_to_be_none(client, typed):
    assert client.get(page("verify_ask"), {"code": typed}).status_code == 404


def test_verifying_says_no_more_than_the_paper(client):
    enrollment = complete_course(make_enrollment())
    body = words(client.get(page("verify", enrollment.certificate.code)))
    kept = (str(enrollment.public_id), enrollment.learner.phone, enrollment.run.name, str(enrollment.learner.public_id))
    assert [secret for secret in kept if secret in body] == []


def test_a_revoked_certificate_says_so(client):
    certificate = complete_course(make_enrollment()).certificate
    revoke(certificate=certificate, reason="冒名", by=None, at=NOW)
    body = words(client.get(page("verify", certificate.code), headers={"Accept-Language": "en"}))
    assert ("This certificate was revoked" in body, "冒名" in body) == (True, False)


def test_an_unknown_number_is_not_found(client):
    response = client.get(page("verify", "LC-2026-00000-00000"), headers={"Accept-Language": "en"})
    assert (response.status_code, "There is no certificate with this number" in words(response)) == (404, True)


def test_a_typed_number_leads_to_the_answer(client):
    response = client.get(page("verify_ask"), {"code": " lc2026 7k3mq9tf2w "})
    assert response.url == page("verify", "LC-2026-7K3MQ-9TF2W")


def test_the_catalogue_has_a_fragment_for_htmx(client):
    make_run(make_course("读懂数据"))
    whole, part = client.get(page("catalogue")), client.get(page("catalogue"), headers={"HX-Request": "true"})
    assert ("<html" in words(whole), "<html" in words(part)) == (True, False)
    assert words(part).lstrip().startswith('<div id="results"')
    assert "HX-Request" in part["Vary"]


def test_going_back_gets_the_whole_catalogue(client):
    headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assert "<html" in words(client.get(page("catalogue"), headers=headers))


def test_the_catalogue_pages(client):
    for _ in range(13):
        make_course(lessons=0)
    assert words(client.get(page("catalogue"), {"page": 2})).count('<article class="card') == 1
