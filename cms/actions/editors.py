"""Editors of the academy: one Wagtail group that follows from the role of course author."""

import datetime

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model
from wagtail.admin.models import Admin
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

import audit
from accounts.models import User
from cms import hooks
from cms.actions.academy import plant_academy
from ecosystem.enums import RoleKind
from ecosystem.models import Role
from web.dates import local

EDITORS = "课程编辑"
ON_PAGES = ("add_page", "change_page", "publish_page")
ON_MEDIA = (
    (Image, "add_image"),
    (Image, "choose_image"),
    (Document, "add_document"),
    (Document, "choose_document"),
)
"""Who may add may also change what they added. Wagtail asks for the permissions of its own two models."""


@transaction.atomic
def plant_editors_group() -> Group:
    """Return the editors' group, allowed exactly this: enter the admin, write and publish pages, add media,
    and what upper rooms grant."""
    group, _ = Group.objects.get_or_create(name=EDITORS)
    group.permissions.set([permission(Admin, "access_admin"), *(permission(*it) for it in hooks.editor_permissions())])
    on_pages = [permission(Page, codename) for codename in ON_PAGES]
    on_media = [permission(model, codename) for model, codename in ON_MEDIA]
    GroupPagePermission.objects.filter(group=group).exclude(permission__in=on_pages).delete()
    GroupCollectionPermission.objects.filter(group=group).exclude(permission__in=on_media).delete()
    academy, shelf = plant_academy(), Collection.get_first_root_node()
    for allowed in on_pages:
        GroupPagePermission.objects.get_or_create(group=group, page_id=academy.pk, permission=allowed)
    for allowed in on_media:
        GroupCollectionPermission.objects.get_or_create(group=group, collection=shelf, permission=allowed)
    return group


def permission(model: type[Model], codename: str) -> Permission:
    """The permission, made when Django has not come round to it: it makes permissions after all migrations."""
    content_type = ContentType.objects.get_for_model(model)
    found, _ = Permission.objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": f"Can {codename.replace('_', ' ')}"}
    )
    return found


@transaction.atomic
def sync_editor(user: User, *, at: datetime.datetime) -> bool:
    """Bring the person's membership in line with their roles of the day; return whether they are an editor now."""
    group = Group.objects.get(name=EDITORS)
    writes = Role.objects.on(local(at).date()).filter(person=user, kind=RoleKind.COURSE_AUTHOR).exists()
    if writes and not user.groups.contains(group):
        user.groups.add(group)
        audit.record(by=None, for_org=None, verb="cms.editor_joined", subject=user, at=at)
    elif not writes and user.groups.contains(group):
        user.groups.remove(group)
        audit.record(by=None, for_org=None, verb="cms.editor_left", subject=user, at=at)
    return writes
