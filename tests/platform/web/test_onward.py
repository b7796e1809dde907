"""Where a form may lead back to."""

import pytest
from django.test import RequestFactory

from web.onward import onward, own_page

HOST = {"HTTP_HOST": "testserver"}


@pytest.mark.parametrize(
    "address, leads_to",
    [
        ("/desk/#requests", "/desk/#requests"),
        ("http://testserver/desk/", "http://testserver/desk/"),
        ("//elsewhere.example/", ""),
        ("https://elsewhere.example/desk/", ""),
        ("javascript:alert(1)", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_only_a_page_of_ours_is_led_to(address, leads_to):
    assert own_page(RequestFactory().get("/", **HOST), address) == leads_to


def test_a_form_goes_where_it_says_before_where_the_address_says_or_else_home():
    post = RequestFactory().post
    assert onward(post("/?next=/there/", {"next": "/here/"}, **HOST)).url == "/here/"
    assert onward(post("/?next=/there/", **HOST)).url == "/there/"
    assert onward(post("/", {"next": "//elsewhere.example"}, **HOST), "/desk/").url == "/desk/"
    assert onward(post("/", **HOST)).url == "/"
