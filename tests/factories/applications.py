"""Applications of organizations, with licences that are real files."""

import io
import itertools

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from ecosystem.enums import ApplicationState
from ecosystem.licences import cleaned
from ecosystem.models import OrganizationApplication
from tests.factories.ecosystem import make_uscc

NUMBERS = itertools.count(70_000)


def picture(*, format: str = "JPEG", size: tuple[int, int] = (60, 40), exif=None) -> bytes:
    out = io.BytesIO()
    more = {"exif": exif} if exif else {}
    Image.new("RGB", size, "navy").save(out, format, **more)
    return out.getvalue()


def upload(content: bytes | None = None, name: str = "执照.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, picture() if content is None else content)


def form_data(**changes) -> dict:
    """What a browser sends for a new application, all of it right."""
    number = next(NUMBERS)
    told = {
        "name": f"申请企业{number}有限公司",
        "short_name": f"申请{number}",
        "kind": "firm",
        "uscc": make_uscc(number),
        "licence": upload(),
        "applicant_name": "周可为",
        "applicant_post": "人事经理",
        "applicant_phone": f"139{number:08d}",
    }
    return {name: value for name, value in (told | changes).items() if value is not None}


def make_application(**facts) -> OrganizationApplication:
    """Handed in and waiting for the office, unless said otherwise."""
    number = next(NUMBERS)
    fields = facts.pop("fields", ())
    told = {
        "name": f"申请企业{number}有限公司",
        "uscc": make_uscc(number),
        "applicant_name": "周可为",
        "applicant_post": "人事经理",
        "applicant_phone": f"+86139{number:08d}",
        "submitted_at": timezone.now(),
    }
    if "licence" not in facts:
        facts["licence"] = cleaned(picture())
    application = OrganizationApplication.objects.create(**(told | facts))
    application.fields.set(fields)
    return application


def make_asked_back(**facts) -> OrganizationApplication:
    facts.setdefault("question", "执照上的地址与申请不一致，请说明。")
    return make_application(state=ApplicationState.ASKED_BACK, asked_times=1, **facts)
