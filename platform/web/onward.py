"""Back to where the person was going, when that is a page of ours."""

from django.http import HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme


def own_page(request, address: str | None) -> str:
    """The address when it leads to a page of this house, else nothing."""
    is_ours = url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return address if address and is_ours else ""


def onward(request, otherwise: str = "/") -> HttpResponseRedirect:
    """To the `next` that form or address named, or else to a page of our own choosing."""
    wanted = request.POST.get("next") or request.GET.get("next")
    return HttpResponseRedirect(own_page(request, wanted) or otherwise)
