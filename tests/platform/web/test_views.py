import pytest
from django.urls import reverse


def test_large_type_is_remembered_and_the_page_comes_back(client):
    response = client.post(reverse("web:size"), {"size": "large", "next": "/courses/?q=ronghe"})
    assert (response.status_code, response.url, client.cookies["size"].value) == (302, "/courses/?q=ronghe", "large")


def test_usual_type_forgets(client):
    client.cookies["size"] = "large"
    assert client.post(reverse("web:size"), {"size": "usual"}).cookies["size"].value == ""


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_the_way_back_stays_on_the_site(client, elsewhere):
    assert client.post(reverse("web:size"), {"size": "large", "next": elsewhere}).url == "/"


def test_a_switch_is_not_a_link(client):
    assert client.get(reverse("web:size")).status_code == 405


def test_language_needs_no_token(client):
    client.handler.enforce_csrf_checks = True
    response = client.post(reverse("set_language"), {"language": "en", "next": "/"})
    assert (response.status_code, response.cookies["language"].value) == (302, "en")
