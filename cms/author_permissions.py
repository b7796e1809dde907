"""What a course author may do in the editor's admin: write the courses of the organizations they write for."""

from django.utils import timezone
from wagtail.models import PagePermissionTester

from cms import queries, rules

BELOW_THE_HOME = frozenset({"add"})


class AuthorPermissions(PagePermissionTester):
    """Wagtail's tester with its permissions narrowed: the group says what, the roles say where."""

    def __init__(self, user, page):
        super().__init__(user, page)
        if not user.is_active or user.is_superuser or page.pk is None:
            return
        self.publishes_below = "publish" in self.permissions
        if page.depth <= rules.HOME_DEPTH:
            self.permissions &= BELOW_THE_HOME
        elif not self.is_own():
            self.permissions = set()

    def is_own(self) -> bool:
        course = queries.course_of(self.page)
        return rules.can_write(
            wrote_it=self.user.pk in {self.page.owner_id, course.owner_id},
            owners={owner.organization_id for owner in course.owners.all()},
            writes_for=queries.writes_for(self.user, timezone.localdate()),
        )

    def can_publish_subpage(self) -> bool:
        if not self.user.is_active or self.user.is_superuser:
            return super().can_publish_subpage()
        return self.publishes_below and self.can_add_subpage()


def permissions_for_user(page, user) -> AuthorPermissions:
    return AuthorPermissions(user, page)
