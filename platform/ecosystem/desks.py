"""Whose desk a page belongs to: that of an organization's HR, or the district office's. Others get 404.

    @keeper_required
    def staff_list(request):
        request.firm  # the organization acted for, whose HR or administrator this person is today
"""

from functools import wraps

from django.contrib.auth.decorators import login_required
from django.http import Http404

from ecosystem.enums import STAFF_KEEPERS, RoleKind
from ecosystem.models import Ecosystem, Organization, Role
from ecosystem.queries import role_kinds, today


def kept_firm(request) -> Organization | None:
    """The organization acted for, when the person is its HR or administrator today; asked once a request."""
    if not hasattr(request, "_kept_firm"):
        acting = request.acting
        kinds = role_kinds(request.user, acting.organization, today()) if acting else set()
        request._kept_firm = acting.organization if kinds & STAFF_KEEPERS else None
    return request._kept_firm


def office_of(request) -> Ecosystem | None:
    """The ecosystem whose office the person works for today; asked once a request."""
    if not hasattr(request, "_office_of"):
        held = Role.objects.on(today()).filter(person=request.user.pk, kind=RoleKind.OFFICE)
        role = held.select_related("ecosystem").first() if request.user.is_authenticated else None
        request._office_of = role.ecosystem if role else None
    return request._office_of


def keeper_required(view):
    """The view gets `request.firm`."""

    @login_required
    @wraps(view)
    def guarded(request, *args, **kwargs):
        request.firm = kept_firm(request)
        if request.firm is None:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


def office_required(view):
    """The view gets `request.ecosystem`."""

    @login_required
    @wraps(view)
    def guarded(request, *args, **kwargs):
        request.ecosystem = office_of(request)
        if request.ecosystem is None:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded
