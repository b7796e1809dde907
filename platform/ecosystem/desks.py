"""Whose desk a page belongs to: that of an organization's HR, or the district office's. Others get 404.

@keeper_required
def staff_list(request):
    request.firm  # the organization acted for, whose HR or administrator this person is today
"""

from functools import wraps

from django.contrib.auth.decorators import login_required
from django.http import Http404

from ecosystem.enums import RoleKind
from ecosystem.models import Ecosystem, Organization, Role
from ecosystem.queries import today
from ecosystem.rules import can_keep_staff


def roles_held(request) -> list[Role]:
    """The person's roles today; asked once a request."""
    if not hasattr(request, "_roles_held"):
        person = request.user.pk
        held = Role.objects.on(today()).filter(person=person).select_related("ecosystem") if person else ()
        request._roles_held = list(held)
    return request._roles_held


def kept_firm(request) -> Organization | None:
    """The organization acted for, when the person is its HR or administrator today."""
    if request.acting is None:
        return None
    kinds = {role.kind for role in roles_held(request) if role.organization_id == request.acting.organization_id}
    return request.acting.organization if can_keep_staff(role_kinds=kinds) else None


def office_of(request) -> Ecosystem | None:
    """The ecosystem whose office the person works for today."""
    return next((role.ecosystem for role in roles_held(request) if role.kind == RoleKind.OFFICE), None)


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
