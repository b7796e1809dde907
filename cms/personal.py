"""The academy holds pages and files, not people; Wagtail notes on each who put it there."""

from django.utils.translation import gettext_lazy as _

from privacy.inventory import (
    Basis,
    Erasure,
    Impersonal,
    Keep,
    Personal,
    declare,
    declare_json,
    head,
    not_about_a_person,
)

WHO_WROTE_IT = "it points at the author who made it, as a duty at work; the words are for the public"
HOW_IT_WAS_EDITED = "it points at the editor who did it, as a duty at work; who is erased is a number there"
WHILE_EDITING = Keep(_("while the person writes courses"))

for model in ("AcademyDocument", "AcademyImage", "AcademyIndexPage", "CoursePage", "LessonPage"):
    not_about_a_person(f"cms.{model}", WHO_WROTE_IT)
for model in ("wagtailcore.Page", "wagtaildocs.Document", "wagtailimages.Image", "wagtailcore.UploadedFile"):
    not_about_a_person(model, WHO_WROTE_IT)
for model in ("Comment", "CommentReply", "ModelLogEntry", "PageLogEntry", "Revision", "TaskState", "WorkflowState"):
    not_about_a_person(f"wagtailcore.{model}", HOW_IT_WAS_EDITED)


def editing(purpose, label, **facts) -> Personal:
    return Personal(purpose, Basis.CONTRACT, WHILE_EDITING, Erasure.DELETE, label=label, **facts)


DRAW = _("to draw the editors' pages as the person likes them")
TELL = _("to tell other editors who has a page open")
A_CHOICE = Impersonal("a display preference with a few values")
declare(
    "wagtailusers.UserProfile",
    "user",
    avatar=editing(DRAW, _("picture")),
    preferred_language=editing(DRAW, _("language")),
    current_time_zone=editing(DRAW, _("time zone")),
    dismissibles=Impersonal("which hints were closed"),
    **dict.fromkeys(("theme", "contrast", "density"), A_CHOICE),
)
declare_json("wagtailusers.UserProfile.dismissibles", {"*": Impersonal("a hint of the editors' pages")})
declare(
    "wagtailadmin.EditingSession",
    "user",
    last_seen_at=editing(TELL, _("last seen")),
    object_id=Impersonal("the page that is open"),
)
declare(
    "wagtailadmin.FormState",
    "user",
    data=editing(_("to find an unsaved page again"), _("unsaved page")),
    last_updated_at=editing(_("to find an unsaved page again"), _("moment")),
    object_id=Impersonal("the page that is open"),
    parent_object_id=Impersonal("the page above"),
)
declare(
    "wagtailcore.APIToken",
    "user",
    name=editing(_("to let a program of the person in"), _("name of the key")),
    key_hash=editing(_("to let a program of the person in"), _("key (its hash)"), shown=False),
    prefix=editing(_("to let a program of the person in"), _("first letters of the key")),
    created=editing(_("to let a program of the person in"), _("set up on")),
    revoked_at=editing(_("to let a program of the person in"), _("taken back on")),
    last_used_at=editing(_("to let a program of the person in"), _("last used")),
)
declare("wagtailcore.PageSubscription", "user", page=editing(_("to tell an editor of comments"), _("page watched")))

head("wagtailusers.UserProfile", _("How you like the editors' pages"))
head("wagtailadmin.EditingSession", _("Pages you have open for editing"))
head("wagtailadmin.FormState", _("Pages you have not saved"))
head("wagtailcore.APIToken", _("Keys of your programs"))
head("wagtailcore.PageSubscription", _("Pages you watch"))
