import datetime

import pytest
from django.utils import timezone

from audit import outbox
from audit.models import AuditEntry, OutboxMessage
from ecosystem import letters
from ecosystem.actions import employments, invitations
from ecosystem.actions.invitations import Invited, invite
from ecosystem.enums import EmploymentState, NotInvited
from ecosystem.models import Invitation
from messaging.models import Delivery
from tests.factories.ecosystem import make_employment, make_organization, make_person

pytestmark = pytest.mark.django_db
NOON = datetime.datetime(2026, 11, 25, 4, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)


def pending(firm=None, **facts):
    return make_employment(organization=firm, state=EmploymentState.PENDING, **facts)


def test_who_waits_is_invited_and_a_text_is_left_once():
    firm = make_organization()
    held = [pending(firm), pending(firm)]
    assert invite(employments=held, by=None, at=NOON) == Invited(2)
    message = OutboxMessage.objects.get(topic="ecosystem.invited")
    for _ in range(2):
        outbox.deliver(message.pk)
    left = Delivery.objects.filter(kind="ecosystem.invitation").order_by("pk").values_list("person", "ref_id")
    assert list(left) == [(made.employment.person_id, made.pk) for made in Invitation.objects.order_by("pk")]
    assert list(AuditEntry.objects.values_list("verb", "for_org_id", "data")) == [
        ("ecosystem.invited", firm.pk, {"people": 2})
    ]


def test_who_answered_or_left_is_not_invited():
    firm = make_organization()
    held = [
        make_employment(organization=firm),
        make_employment(organization=firm, state=EmploymentState.REFUSED),
        pending(firm, to_on=NOON.date()),
    ]
    told = invite(employments=held, by=None, at=NOON)
    assert told == Invited(0, {NotInvited.ANSWERED: 2, NotInvited.ENDED: 1})
    assert (Invitation.objects.count(), OutboxMessage.objects.count()) == (0, 0)


def test_once_a_shanghai_day():
    held = pending()
    late = datetime.datetime(2026, 11, 25, 15, 59, tzinfo=datetime.UTC)
    moments = [late, late, late + datetime.timedelta(minutes=1)]
    assert [invite(employments=[held], by=None, at=at) for at in moments] == [
        Invited(1),
        Invited(0, {NotInvited.TODAY: 1}),
        Invited(1),
    ]


def test_three_times_in_seven_days():
    held = pending()
    days = [invite(employments=[held], by=None, at=NOON + n * DAY) for n in (0, 2, 4, 6, 7)]
    assert days == [Invited(1)] * 3 + [Invited(0, {NotInvited.THIS_WEEK: 1}), Invited(1)]


def test_an_organization_has_a_share_for_each_day(monkeypatch):
    monkeypatch.setattr(invitations.rules, "INVITATIONS_A_DAY", 3)
    firm, other = make_organization(), make_organization()
    invite(employments=[pending(firm), pending(other)], by=None, at=NOON)
    told = invite(employments=[pending(firm) for _ in range(3)], by=None, at=NOON)
    assert told == Invited(2, {NotInvited.NO_MORE_TODAY: 1})
    assert invite(employments=[pending(firm)], by=None, at=NOON + DAY) == Invited(1)


def test_the_text_names_the_firm_and_the_way_in_and_is_the_same_for_a_phone_known_elsewhere(settings):
    settings.WAGTAILADMIN_BASE_URL = "https://liancai.example"
    firm = make_organization("钱湾智控有限公司")
    known = make_person("陆安宁")
    make_employment(known, make_organization())
    held = [pending(firm), make_employment(known, firm, state=EmploymentState.PENDING)]
    invite(employments=held, by=None, at=timezone.now())
    texts = [letters.invitation(made.pk) for made in Invitation.objects.order_by("pk")]
    assert [letter.phone for letter in texts] == [employment.claimed_phone for employment in held]
    assert {letter.text for letter in texts} == {
        "钱湾智控有限公司把你列入了名册。请用这个手机号登录确认：https://liancai.example/accounts/login/code/"
    }


def test_no_text_goes_to_who_has_answered_meanwhile():
    held = pending()
    invite(employments=[held], by=None, at=NOON)
    employments.refuse(employment=held, by=held.person, at=NOON)
    assert letters.invitation(Invitation.objects.get().pk) is None
