"""Numbers that nobody can count through, and papers that are revoked, never deleted."""

import datetime
import re

import pytest

from audit.models import AuditEntry
from courses.learning.actions.certificates import revoke
from courses.learning.certificate_codes import new_code, normalize_code
from courses.learning.models import Certificate
from courses.learning.templatetags.certificates import held, leading_mark, written_out
from tests.factories.learning import DAY, NOW, complete_course, make_enrollment


def test_a_number_names_the_year_and_nothing_else():
    codes = {new_code(2026) for _ in range(200)}
    assert len(codes) == 200
    assert all(re.fullmatch(r"LC-2026-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}", code) for code in codes)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("LC-2026-7K3MQ-9TF2W", "LC-2026-7K3MQ-9TF2W"),
        (" lc 2026 7k3mq 9tf2w ", "LC-2026-7K3MQ-9TF2W"),
        ("LC20267K3MQ9TF2W", "LC-2026-7K3MQ-9TF2W"),
        ("LC-2026-OIL3Q-9TF2W", "LC-2026-0113Q-9TF2W"),
        ("LC–2026–7K3MQ–9TF2W", "LC-2026-7K3MQ-9TF2W"),
        ("LC-2026-7K3MQ", ""),
        ("LC-2026-７K3MQ-9TF2W", ""),
        ("", ""),
        ("证书", ""),
    ],
)
def test_a_typed_number_is_understood(typed, stored):
    assert normalize_code(typed) == stored


@pytest.mark.django_db
def test_a_revoked_certificate_keeps_its_first_reason():
    certificate = complete_course(make_enrollment()).certificate
    for reason, at in (("冒名", NOW), ("别的", NOW + DAY)):
        revoke(certificate=certificate, reason=reason, by=None, at=at)
    certificate.refresh_from_db()
    assert (certificate.revoked_at, certificate.revoked_reason) == (NOW, "冒名")
    assert AuditEntry.objects.filter(verb="learning.certificate_revoked").count() == 1


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (datetime.date(2026, 12, 2), "二〇二六年十二月二日"),
        (datetime.date(2027, 1, 10), "二〇二七年一月十日"),
        (datetime.date(2030, 10, 31), "二〇三〇年十月三十一日"),
        (datetime.datetime(2026, 12, 1, 16, tzinfo=datetime.UTC), "二〇二六年十二月二日"),
    ],
)
def test_the_day_of_issue_is_written_out(day, words):
    assert written_out(day) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (datetime.date(2026, 10, 12), datetime.date(2026, 11, 30), "2026年10月12日至11月30日"),
        (datetime.date(2026, 12, 12), datetime.date(2027, 1, 3), "2026年12月12日至2027年1月3日"),
        (datetime.date(2026, 10, 12), datetime.date(2026, 10, 12), "2026年10月12日"),
    ],
)
def test_the_days_of_the_course_are_written_in_chinese(start, end, words):
    assert held(Certificate(started_on=start, completed_on=end)) == words


def test_the_small_seal_is_the_leading_owners():
    owners = [{"mark": "苕溪算力", "is_leading": False}, {"mark": "钱湾智控", "is_leading": True}]
    assert leading_mark(Certificate(owners=owners)) == "钱湾"
