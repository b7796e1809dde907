"""Back to where the person was going, when that is a page of ours."""

from django.http import HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme


def onward(request, otherwise: str = "/") -> HttpResponseRedirect:
    target = request.POST.get("next") or request.GET.get("next") or otherwise
    if not url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        target = otherwise
    return HttpResponseRedirect(target)
