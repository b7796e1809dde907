import pytest
from django.urls import reverse
from psycopg.types.range import DateRange

from ecosystem.enums import PositionKind
from ecosystem.models import ChainPosition
from tests.factories.ecosystem import make_chain, make_organization

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "shown", "not_shown"), [("zh-hans", "钱湾智控", "Qianwan"), ("en", "Qianwan", "钱湾智控")]
)
def test_members_are_named_in_the_reader_s_language(client, language, shown, not_shown):
    firm = make_organization("钱湾智控有限公司", short_name="钱湾智控", name_en="Qianwan Control")
    ChainPosition.objects.create(
        chain=make_chain(), organization=firm, kind=PositionKind.ANCHOR, period=DateRange(None, None)
    )
    client.cookies["language"] = language
    body = client.get(reverse("ecosystem:overview")).content.decode()
    assert (shown in body, not_shown in body) == (True, False)
