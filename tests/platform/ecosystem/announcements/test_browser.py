"""With script an announcement says by itself that it was read; the bell leads to it."""

from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

from tests.factories.ecosystem import make_employment, make_person


def test_the_bell_leads_to_it_and_it_is_read_by_itself(live, page, firm, said):
    reader = make_employment(make_person("沈知远"), firm).person
    announcement = said()
    client = Client()
    client.force_login(reader)
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live}])
    page.goto(f"{live}/courses/")
    page.get_by_role("link", name="消息，1 条未读").click()
    page.get_by_role("button", name="放假安排").click()
    expect(page.get_by_role("heading", name="放假安排")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="已读")).to_be_visible()
    assert announcement.receipts.get(person=reader).read_at is not None
    page.reload()
    expect(page.get_by_role("link", name="消息", exact=True)).to_be_visible()
