"""Two switches for every visitor. They write a cookie and nothing else, so they need no token,
and the pages that carry them can be cached whole."""

from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from web.context import SIZE_COOKIE
from web.onward import onward

YEAR = 365 * 24 * 3600

language = csrf_exempt(set_language)


@csrf_exempt
@require_POST
def size(request):
    """Large type on or off, and back to the page."""
    response = onward(request)
    if request.POST.get("size") == "large":
        response.set_cookie(
            SIZE_COOKIE, "large", max_age=YEAR, httponly=True, samesite="Lax", secure=request.is_secure()
        )
    else:
        response.delete_cookie(SIZE_COOKIE)
    return response
