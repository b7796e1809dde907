import pytest
from django.conf import settings

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/?chain=%00", "/courses/?q=a%00b", "/me/certificates/%00/", "/%00/", "/cms/%00"])
def test_an_address_with_nul_is_a_bad_request(client, address):
    assert client.get(address).status_code == 400


def test_a_session_key_with_nul_is_a_bad_request(client):
    answers = client.get("/", HTTP_COOKIE=f'{settings.SESSION_COOKIE_NAME}="abcdefgh\\000"')
    assert answers.status_code == 400


@pytest.mark.parametrize("address", ["/", "/?chain=%2500", "/courses/?q=00"])
def test_what_only_looks_like_it_passes(client, address):
    assert client.get(address).status_code == 200
