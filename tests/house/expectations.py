"""What each address answers to whom. An address that stands neither here nor under LIBRARIES fails the walk.

A new address gets one line: how to reach it in the world, and what its actors see. `OPEN` is the same for all,
`MEMBERS` asks visitors to sign in, `OWNER` shows it to the learner alone and says 404 to every other person, `STAFF`
to those of the firm, `KEEPERS` to the firm's HR.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.urls import reverse

from tests.house.world import ACTORS, World

SIGN_IN, WELCOME, ELSEWHERE = "sign in", "welcome", "elsewhere"
"""Redirects, told by where they lead."""

Answers = dict[str, int | str]
everyone: Answers = dict.fromkeys(ACTORS, 200)
OPEN: Answers = {**everyone, "unanswered": WELCOME}
MEMBERS: Answers = {**OPEN, "visitor": SIGN_IN}
NOBODY: Answers = {**dict.fromkeys(ACTORS, 404), "visitor": SIGN_IN, "unanswered": WELCOME}
OWNER: Answers = {**NOBODY, "learner": 200}
STAFF: Answers = {**NOBODY, **dict.fromkeys(("learner", "colleague", "hr", "author"), 200)}
KEEPERS: Answers = {**NOBODY, "hr": 200}
OFFICE: Answers = {**NOBODY, "office": 200}
ANY_KEEPERS: Answers = {**KEEPERS, "strange_hr": 200}
SPEAKERS: Answers = {**KEEPERS, "strange_hr": 200, "office": 200}


@dataclass(frozen=True)
class Expected:
    path: Callable[[World], str]
    answers: Answers
    method: str = "get"
    data: Callable[[World], dict] = field(default=lambda world: {})


def named(name: str, *arguments: Callable[[World], object]) -> Callable[[World], str]:
    return lambda world: reverse(name, args=[argument(world) for argument in arguments])


def run_id(world: World):
    return world.run.public_id


def enrollment_id(world: World):
    return world.enrollment.public_id


def roster_id(world: World):
    return world.roster.public_id


def of_roster(world: World) -> dict:
    return {"version": world.roster.version, "digest": world.roster.digest, "row": 2}


def job_id(world: World):
    return world.job.public_id


def announcement_id(world: World):
    return world.announcement.public_id


def draft_id(world: World):
    return world.draft.public_id


def message_id(world: World):
    return world.message.public_id


def join_request_id(world: World):
    return world.join_request.public_id


def correction_id(world: World):
    return world.correction.public_id


def link_id(world: World):
    return world.link.public_id


def link_token(world: World):
    return world.link_token


def firm_id(world: World):
    return world.firm.public_id


def acting_id(world: World):
    return world.acting.public_id


def held_id(world: World):
    return world.acting.public_id


def department_id(world: World):
    return world.firm.departments.first().pk


def application_id(world: World):
    return world.application.public_id


def asked_back_id(world: World):
    return world.asked_back.public_id


def position_id(world: World):
    return world.position.pk


def first(world: World):
    return 1


def code(world: World):
    return world.certificate.code


def redirected(answers: Answers) -> Answers:
    """Where a page would be shown, a deed leads elsewhere."""
    return {actor: ELSEWHERE if answer == 200 else answer for actor, answer in answers.items()}


EXPECTED = {
    "": Expected(lambda world: "/", OPEN),
    "i18n/setlang/": Expected(named("set_language"), redirected(everyone), "post", lambda world: {"language": "en"}),
    "look/size/": Expected(named("web:size"), redirected(everyone), "post", lambda world: {"size": "l"}),
    "accounts/staff-number/": Expected(
        named("accounts:staff_code"), {**redirected(everyone), "visitor": 200, "unanswered": ELSEWHERE}
    ),
    "accounts/agreements/terms/": Expected(named("accounts:terms"), everyone),
    "accounts/agreements/privacy/": Expected(named("accounts:privacy"), everyone),
    "accounts/phone/change/": Expected(named("accounts:change_phone"), {**redirected(everyone), "visitor": SIGN_IN}),
    "accounts/once-more/": Expected(named("accounts:once_more"), {**everyone, "visitor": SIGN_IN}),
    "files/<int:document_id>/<path:name>": Expected(lambda world: world.document.url, {**OWNER, "visitor": 404}),
    "sitemap.xml": Expected(named("sitemap"), OPEN),
    "editors/": Expected(
        named("editors_entry"), {**dict.fromkeys(ACTORS, 403), "visitor": SIGN_IN, "unanswered": WELCOME}
    ),
    "welcome/": Expected(named("ecosystem:welcome"), {**redirected(everyone), "visitor": SIGN_IN, "unanswered": 200}),
    "acting/": Expected(
        named("ecosystem:act_for"),
        {**NOBODY, "learner": ELSEWHERE},
        "post",
        lambda world: {"employment": world.acting.pk},
    ),
    "ecosystem/": Expected(named("ecosystem:overview"), OPEN),
    "ecosystem/organizations/<uuid:public_id>/": Expected(named("ecosystem:organization", firm_id), OPEN),
    "join/organization/": Expected(named("ecosystem:apply"), OPEN),
    "join/organization/<uuid:public_id>/": Expected(named("ecosystem:application", asked_back_id), OPEN),
    "office/applications/": Expected(named("ecosystem:office_applications"), OFFICE),
    "office/applications/<uuid:public_id>/": Expected(named("ecosystem:office_application", application_id), OFFICE),
    "office/applications/<uuid:public_id>/licence/": Expected(
        named("ecosystem:office_licence", application_id), OFFICE
    ),
    "office/applications/<uuid:public_id>/accept/": Expected(
        named("ecosystem:accept_application", application_id),
        redirected(OFFICE),
        "post",
        lambda world: {"accept-from_on": "2026-03-01"},
    ),
    "office/applications/<uuid:public_id>/ask/": Expected(
        named("ecosystem:ask_applicant", application_id),
        redirected(OFFICE),
        "post",
        lambda world: {"ask-question": "?"},
    ),
    "office/applications/<uuid:public_id>/decline/": Expected(
        named("ecosystem:decline_application", application_id),
        redirected(OFFICE),
        "post",
        lambda world: {"decline-reason": "不在本区。"},
    ),
    "office/organizations/": Expected(named("ecosystem:office_organizations"), OFFICE),
    "office/organizations.<str:ending>": Expected(named("ecosystem:export_organizations", lambda world: "csv"), OFFICE),
    "office/organizations/<uuid:public_id>/": Expected(named("ecosystem:office_organization", firm_id), OFFICE),
    "office/organizations/<uuid:public_id>/positions/": Expected(
        named("ecosystem:take_position", firm_id), {**OFFICE, "office": 422}, "post"
    ),
    "office/organizations/<uuid:public_id>/positions/<int:position_id>/end/": Expected(
        named("ecosystem:end_position", firm_id, position_id),
        redirected(OFFICE),
        "post",
        lambda world: {"on": "2030-01-01"},
    ),
    "office/organizations/<uuid:public_id>/group/": Expected(
        named("ecosystem:join_group", firm_id), redirected(OFFICE), "post", lambda world: {"group-name": "某集团"}
    ),
    "office/organizations/<uuid:public_id>/administrator/": Expected(
        named("ecosystem:invite_administrator", firm_id), {**OFFICE, "office": 422}, "post"
    ),
    "me/claims/": Expected(named("ecosystem:my_claims"), MEMBERS),
    "me/claims/<uuid:public_id>/": Expected(
        named("ecosystem:ask_correction", acting_id),
        redirected(OWNER),
        "post",
        lambda world: {"field": "post", "wanted": "算法工程师"},
    ),
    "j/<str:token>/": Expected(named("ecosystem:join_by_link", link_token), OPEN),
    "join/": Expected(named("ecosystem:join"), OPEN),
    "join/asked/": Expected(named("ecosystem:join_asked"), OPEN),
    "join/<uuid:public_id>/": Expected(named("ecosystem:join_firm", firm_id), OPEN),
    "desk/invitations/": Expected(named("ecosystem:invitations"), ANY_KEEPERS),
    "desk/invitations/send/": Expected(
        named("ecosystem:send_invitations"), redirected(ANY_KEEPERS), "post", lambda world: {"everybody": "1"}
    ),
    "desk/invitations/links/": Expected(
        named("ecosystem:make_link"), ANY_KEEPERS, "post", lambda world: {"most": 5, "days": 30}
    ),
    "desk/invitations/links/<uuid:public_id>/revoke/": Expected(
        named("ecosystem:revoke_link", link_id), redirected(KEEPERS), "post"
    ),
    "desk/requests/": Expected(named("ecosystem:join_requests"), ANY_KEEPERS),
    "desk/requests/accept/": Expected(named("ecosystem:accept_all"), redirected(ANY_KEEPERS), "post"),
    "desk/requests/<uuid:public_id>/accept/": Expected(
        named("ecosystem:accept_request", join_request_id), redirected(KEEPERS), "post"
    ),
    "desk/requests/<uuid:public_id>/decline/": Expected(
        named("ecosystem:decline_request", join_request_id),
        redirected(KEEPERS),
        "post",
        lambda world: {"answer": "not_ours"},
    ),
    "desk/corrections/": Expected(named("ecosystem:corrections"), ANY_KEEPERS),
    "desk/corrections/<uuid:public_id>/apply/": Expected(
        named("ecosystem:apply_correction", correction_id), redirected(KEEPERS), "post"
    ),
    "desk/corrections/<uuid:public_id>/decline/": Expected(
        named("ecosystem:decline_correction", correction_id),
        redirected(KEEPERS),
        "post",
        lambda world: {"own": "请带合同来"},
    ),
    "messages/": Expected(named("messaging:messages"), MEMBERS),
    "messages/read/": Expected(named("messaging:read_all"), redirected(MEMBERS), "post"),
    "messages/<uuid:public_id>/": Expected(named("messaging:open", message_id), redirected(OWNER), "post"),
    "announcements/": Expected(named("ecosystem:announcements"), MEMBERS),
    "announcements/<uuid:public_id>/": Expected(named("ecosystem:announcement", announcement_id), STAFF),
    "announcements/<uuid:public_id>/read/": Expected(
        named("ecosystem:read_announcement", announcement_id), redirected(STAFF), "post"
    ),
    "desk/announcements/": Expected(named("ecosystem:announcements_sent"), SPEAKERS),
    "desk/announcements/write/": Expected(named("ecosystem:write_announcement"), SPEAKERS),
    "desk/announcements/<uuid:public_id>/": Expected(named("ecosystem:announcement_sent", announcement_id), KEEPERS),
    "desk/announcements/<uuid:public_id>/edit/": Expected(named("ecosystem:edit_announcement", draft_id), KEEPERS),
    "desk/announcements/<uuid:public_id>/publish/": Expected(
        named("ecosystem:publish_announcement", draft_id), redirected(KEEPERS), "post"
    ),
    "desk/announcements/<uuid:public_id>/lay-out/": Expected(
        named("ecosystem:lay_out_announcement", announcement_id), redirected(KEEPERS), "post"
    ),
    "desk/announcements/<uuid:public_id>/withdraw/": Expected(
        named("ecosystem:withdraw_announcement", announcement_id), redirected(KEEPERS), "post"
    ),
    "desk/announcements/<uuid:public_id>/remind/": Expected(
        named("ecosystem:remind_of_announcement", announcement_id), redirected(KEEPERS), "post"
    ),
    "jobs/<uuid:public_id>/": Expected(named("jobs:job", job_id), STAFF),
    "jobs/<uuid:public_id>/stop/": Expected(named("jobs:stop", job_id), redirected(KEEPERS), "post"),
    "jobs/<uuid:public_id>/file/": Expected(named("jobs:file", job_id), {**NOBODY, "hr": 200}),
    "desk/rosters/": Expected(named("people:imports"), {**KEEPERS, "strange_hr": 200}),
    "desk/rosters/upload/": Expected(named("people:upload"), {**KEEPERS, "hr": 422, "strange_hr": 422}, "post"),
    "desk/rosters/leavers/<int:pk>/": Expected(
        lambda world: reverse("people:leaver", args=[world.leaver.pk]),
        redirected(KEEPERS),
        "post",
        lambda world: {"answer": "stays"},
    ),
    "desk/rosters/<uuid:public_id>/": Expected(named("people:import", roster_id), KEEPERS),
    "desk/rosters/<uuid:public_id>/faults.xlsx": Expected(named("people:faults", roster_id), KEEPERS),
    **{
        f"desk/rosters/<uuid:public_id>/{deed}/": Expected(
            named(f"people:{deed}", roster_id), redirected(KEEPERS), "post", of_roster
        )
        for deed in ("columns", "correct", "skip", "commit", "drop", "retry")
    },
    **{
        f"desk/rosters/<uuid:public_id>/{deed}/": Expected(
            named(f"people:{name}", roster_id), {**KEEPERS, "hr": answer}, "post", of_roster
        )
        for deed, name, answer in (("undo", "undo", 422), ("invite", "invite", 422), ("forget", "forget_word", 404))
    },
    "desk/staff/": Expected(named("ecosystem:staff"), ANY_KEEPERS),
    "desk/staff/add/": Expected(named("ecosystem:staff_add"), ANY_KEEPERS),
    "desk/staff/many/": Expected(
        named("ecosystem:staff_many"),
        {**KEEPERS, "strange_hr": 422},
        "post",
        lambda world: {"what": "category", "who": str(world.acting.public_id)},
    ),
    "desk/staff/<uuid:public_id>/": Expected(named("ecosystem:staff_person", held_id), KEEPERS),
    "desk/staff/<uuid:public_id>/edit/": Expected(named("ecosystem:staff_edit", held_id), KEEPERS),
    "desk/staff/<uuid:public_id>/move/": Expected(named("ecosystem:staff_move", held_id), KEEPERS),
    "desk/staff/<uuid:public_id>/leave/": Expected(named("ecosystem:staff_leave", held_id), KEEPERS),
    "desk/staff/<uuid:public_id>/come-back/": Expected(
        named("ecosystem:staff_come_back", held_id), redirected(KEEPERS), "post"
    ),
    "desk/departments/": Expected(named("ecosystem:departments"), ANY_KEEPERS),
    "desk/departments/<int:pk>/": Expected(named("ecosystem:department", department_id), KEEPERS),
    "desk/roles/": Expected(named("ecosystem:roles"), ANY_KEEPERS),
    "desk/roles/end/": Expected(named("ecosystem:end_role"), NOBODY, "post"),
    "desk/roles/hand-over/": Expected(named("ecosystem:hand_over"), NOBODY),
    "home/": Expected(named("overview:home"), redirected(OPEN)),
    "desk/": Expected(named("overview:desk"), {**ANY_KEEPERS, "office": 200}),
    "courses/": Expected(named("learning:catalogue"), OPEN),
    "learn/runs/<uuid:run_id>/enroll/": Expected(
        named("learning:enroll", run_id),
        {**redirected(MEMBERS), "learner": 422, "office": 422},
        "post",
    ),
    "learn/enrollments/<uuid:public_id>/": Expected(named("learning:enrollment", enrollment_id), OWNER),
    "learn/enrollments/<uuid:public_id>/withdraw/": Expected(
        named("learning:withdraw", enrollment_id), redirected(OWNER), "post"
    ),
    "learn/enrollments/<uuid:public_id>/items/<int:position>/": Expected(
        named("learning:item", enrollment_id, first), OWNER
    ),
    "learn/enrollments/<uuid:public_id>/items/<int:position>/finish/": Expected(
        named("learning:finish", enrollment_id, first), redirected(OWNER), "post"
    ),
    "learn/enrollments/<uuid:public_id>/items/<int:position>/answer/": Expected(
        named("learning:answer", enrollment_id, first), redirected(OWNER), "post"
    ),
    "me/": Expected(named("learning:me"), MEMBERS),
    "me/data/": Expected(named("privacy:my_data"), MEMBERS),
    "me/data/export/": Expected(named("privacy:export"), redirected(MEMBERS), "post"),
    "me/data/erase/": Expected(named("privacy:erase"), MEMBERS),
    "me/data/erase/code/": Expected(named("privacy:send_code"), redirected(MEMBERS), "post"),
    "me/certificates/<str:code>/": Expected(named("learning:certificate", code), OWNER),
    "verify/": Expected(named("learning:verify_ask"), everyone),
    "verify/<str:code>/": Expected(named("learning:verify", code), everyone),
}

PAGES = {
    "a course": Expected(lambda world: world.course.url, OPEN),
    "a lesson": Expected(
        lambda world: world.course.get_children().live().first().url,
        {**dict.fromkeys(ACTORS, 403), "learner": ELSEWHERE, "unanswered": WELCOME},
    ),
}
"""Kinds of Wagtail page, which share one route."""

LIBRARIES = {
    "accounts/": "allauth: nobody meets a fault of the server",
    "cms/": "Wagtail's admin: shut to all these people, none of whom edits",
    "gallery/": "the parts of the look; development only",
    "_util/": "Wagtail's page passwords, which we do not use",
    "^((?:": "Wagtail's pages: see PAGES",
}
"""Whole prefixes that belong to a library, each with its own test in test_urls.py."""

OPEN_IN_ADMIN = {"cms/jsi18n/", "cms/sprite/", "cms/sprite-<str:version>/"}
"""What Wagtail shows without a log-in: words and icons."""
