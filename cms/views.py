"""Files behind a rule, the editors' door, and the list of courses for search engines."""

from urllib.parse import quote

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from cms import hooks, queries, rules
from cms.models import AcademyDocument
from cms.ranges import Unsatisfiable, parse_range, read_range

SHOWN_IN_PLACE = frozenset({"mp3", "mp4", "pdf", "vtt", "webm"})


@require_safe
def document(request, document_id: int, name: str) -> HttpResponseBase:
    """Hand out a private file to who may read it now; for everyone else it does not exist."""
    found = get_object_or_404(AcademyDocument, pk=document_id)
    if name != found.filename or not may_read(request.user, found):
        raise Http404
    response = by_the_proxy(found) if settings.PRIVATE_X_ACCEL_PREFIX else streamed(request, found)
    response["Content-Type"] = found.content_type
    as_attachment = found.file_extension.lower() not in SHOWN_IN_PLACE
    response["Content-Disposition"] = content_disposition_header(as_attachment, found.filename) or "attachment"
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def may_read(user, found: AcademyDocument) -> bool:
    if not user.is_authenticated:
        return False
    return rules.can_read_file(
        may_edit=found.is_editable_by_user(user),
        is_pinned=hooks.may_read_file(found, user),
        lessons=[
            hooks.may_read(lesson, user) or lesson.permissions_for_user(user).can_edit()
            for lesson in queries.lessons_using(found)
        ],
    )


def by_the_proxy(found: AcademyDocument) -> HttpResponse:
    """The proxy sends the bytes, ranges included, from a location that only it can reach."""
    response = HttpResponse()
    response["X-Accel-Redirect"] = settings.PRIVATE_X_ACCEL_PREFIX.rstrip("/") + "/" + quote(str(found.file.name))
    return response


def streamed(request, found: AcademyDocument) -> HttpResponseBase:
    size = found.file.size
    try:
        wanted = parse_range(request.headers.get("Range", ""), size)
    except Unsatisfiable:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}", "Accept-Ranges": "bytes"})
    start, stop = wanted or (0, size)
    response = StreamingHttpResponse(read_range(found.file.open("rb"), start, stop), status=206 if wanted else 200)
    response["Accept-Ranges"] = "bytes"
    response["Content-Length"] = str(stop - start)
    if wanted:
        response["Content-Range"] = f"bytes {start}-{stop - 1}/{size}"
    return response


@require_safe
def sitemap(request) -> HttpResponse:
    """Every live course, for search engines."""
    pages = [(request.build_absolute_uri(course.url), course.last_published_at) for course in queries.find_courses()]
    return render(request, "cms/sitemap.xml", {"pages": pages}, content_type="application/xml")


def editors_entry(request) -> HttpResponse:
    """The door of the editor's admin: sign in, go on, or be told who opens it."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.GET.get("next") or reverse("wagtailadmin_home"), settings.LOGIN_URL)
    if request.user.has_perm("wagtailadmin.access_admin"):
        return redirect("wagtailadmin_home")
    return render(request, "cms/editors_only.html", status=403)


def kept_elsewhere(request, *args) -> HttpResponse:
    """Wagtail's screens about people and passwords do not exist here."""
    raise Http404


def own_account(request) -> HttpResponse:
    """A person's own matters are on their own page, not in the editor's admin."""
    return redirect("learning:me")
