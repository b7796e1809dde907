"""Course authors come into the editor's admin; nobody else does, and people are kept elsewhere."""

import datetime

import pytest
from django.utils import timezone

from audit import outbox
from audit.models import AuditEntry, OutboxMessage
from cms.actions import plant_editors_group, sync_editor
from cms.actions.editors import EDITORS
from ecosystem.actions import roles
from ecosystem.enums import RoleKind
from tests.factories.cms import make_course
from tests.factories.ecosystem import make_employment, make_organization, make_person, make_role

pytestmark = pytest.mark.django_db
AT = datetime.datetime(2026, 11, 25, 8, tzinfo=datetime.UTC)


def is_editor(person) -> bool:
    return person.groups.filter(name=EDITORS).exists()


@pytest.fixture
def author():
    person = make_person()
    make_role(person, make_organization(), RoleKind.COURSE_AUTHOR)
    plant_editors_group()
    sync_editor(person, at=timezone.now())
    return person


def test_a_granted_role_makes_an_editor():
    plant_editors_group()
    employment = make_employment()
    person = employment.person
    grant = {"person": person, "scope": employment.organization, "from_on": AT.date(), "by": None, "at": AT}
    roles.grant(kind=RoleKind.HR, **grant)
    deliver()
    assert not is_editor(person)
    roles.grant(kind=RoleKind.COURSE_AUTHOR, **grant)
    deliver()
    assert is_editor(person)


def deliver():
    for message in OutboxMessage.objects.filter(delivered_at=None):
        outbox.deliver(message.pk)


def test_an_ended_role_ends_the_membership(author):
    author.roles.update(to_on=datetime.date(2021, 1, 1))
    assert (sync_editor(author, at=timezone.now()), is_editor(author)) == (False, False)


def test_the_audit_tells_who_joined_and_left_the_editors(author):
    sync_editor(author, at=AT)
    author.roles.update(to_on=datetime.date(2021, 1, 1))
    sync_editor(author, at=AT)
    sync_editor(author, at=AT)
    verbs = AuditEntry.objects.filter(subject_id=author.pk, verb__startswith="cms.").order_by("pk")
    assert list(verbs.values_list("verb", flat=True)) == ["cms.editor_joined", "cms.editor_left"]


def test_the_admin_opens_to_authors_in_their_language(client, author):
    client.force_login(author)
    response = client.get("/cms/")
    assert response.status_code == 200
    html = response.content.decode()
    assert ("<title>控制面板 - 链才</title>" in html, "cms/admin.css" in html) == (True, True)


def test_the_admin_sends_visitors_to_our_sign_in(client):
    response = client.get("/cms/", follow=True)
    assert response.redirect_chain[-1] == ("/accounts/login/code/?next=/cms/", 302)


def test_the_admin_tells_others_who_opens_it(client):
    client.force_login(make_person())
    response = client.get("/cms/", follow=True)
    assert (response.status_code, "课程" in response.content.decode()) == (403, True)


@pytest.mark.parametrize("path", ["users/", "groups/", "password_reset/", "users/new/", "reports/site-history/"])
def test_people_are_not_kept_in_wagtail(client, author, path):
    client.force_login(author)
    assert client.get(f"/cms/{path}").status_code == 404


def test_the_admins_account_leads_to_ones_own_page(client, author):
    client.force_login(author)
    assert client.get("/cms/account/").url == "/me/"


def test_wagtails_own_sign_in_leads_to_ours(client):
    assert client.get("/cms/login/").url == "/accounts/login/code/?next=/cms/"


def test_an_author_opens_and_previews_a_course(client, author):
    course = make_course("推理部署", owners=[author.roles.get().organization])
    client.force_login(author)
    assert client.get(f"/cms/pages/{course.pk}/edit/").status_code == 200
    assert client.get(f"/cms/pages/{course.pk}/view_draft/").status_code == 200


def test_the_first_page_of_the_admin_counts_nothing_in_english(author, client):
    client.force_login(author)
    body = client.get("/cms/").content.decode()
    assert "created in" not in body


def test_only_an_author_is_shown_the_way_to_the_editors_admin(client, author):
    shown = []
    for person in (author, make_employment().person):
        client.force_login(person)
        shown.append('href="/cms/"' in client.get("/me/").content.decode())
    assert shown == [True, False]
