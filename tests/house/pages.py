"""The pages that the walks look at: where they are, and who looks. A new page gets one line."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from tests.house.expectations import (
    announcement_id,
    application_id,
    asked_back_id,
    code,
    department_id,
    draft_id,
    enrollment_id,
    firm_id,
    first,
    held_id,
    job_id,
    link_token,
    named,
    roster_id,
)
from tests.house.world import World


@dataclass(frozen=True)
class Page:
    path: Callable[[World], str]
    actor: str = "visitor"


LOOKED_AT = {
    "academy": Page(lambda world: "/"),
    "academy of a member": Page(lambda world: "/", "learner"),
    "catalogue": Page(named("learning:catalogue")),
    "catalogue searched in vain": Page(lambda world: reverse("learning:catalogue") + "?q=zzzz"),
    "course": Page(lambda world: world.course.url),
    "course of a learner": Page(lambda world: world.course.url, "learner"),
    "course of a colleague": Page(lambda world: world.course.url, "colleague"),
    "enrollment": Page(named("learning:enrollment", enrollment_id), "learner"),
    "lesson": Page(named("learning:item", enrollment_id, first), "learner"),
    "my learning": Page(named("learning:me"), "learner"),
    "my data": Page(named("privacy:my_data"), "learner"),
    "erase my data": Page(named("privacy:erase"), "learner"),
    "certificate": Page(named("learning:certificate", code), "learner"),
    "verify": Page(named("learning:verify", code)),
    "ask to verify": Page(named("learning:verify_ask")),
    "messages": Page(named("messaging:messages"), "learner"),
    "announcements": Page(named("ecosystem:announcements"), "learner"),
    "announcement": Page(named("ecosystem:announcement", announcement_id), "learner"),
    "announcements sent": Page(named("ecosystem:announcements_sent"), "hr"),
    "write an announcement": Page(named("ecosystem:write_announcement"), "hr"),
    "announcement not yet sent": Page(named("ecosystem:announcement_sent", draft_id), "hr"),
    "announcement sent": Page(named("ecosystem:announcement_sent", announcement_id), "hr"),
    "desk": Page(named("overview:desk"), "hr"),
    "desk of the office": Page(named("overview:desk"), "office"),
    "a job's bar": Page(named("jobs:job", job_id), "hr"),
    "rosters": Page(named("people:imports"), "hr"),
    "a roster on its way in": Page(named("people:import", roster_id), "hr"),
    "our people": Page(named("ecosystem:staff"), "hr"),
    "nobody found": Page(lambda world: reverse("ecosystem:staff") + "?q=zzzz", "hr"),
    "one of our people": Page(named("ecosystem:staff_person", held_id), "hr"),
    "a person entered": Page(named("ecosystem:staff_add"), "hr"),
    "a person changed": Page(named("ecosystem:staff_edit", held_id), "hr"),
    "a person moved": Page(named("ecosystem:staff_move", held_id), "hr"),
    "a person leaves": Page(named("ecosystem:staff_leave", held_id), "hr"),
    "departments": Page(named("ecosystem:departments"), "hr"),
    "a department": Page(named("ecosystem:department", department_id), "hr"),
    "roles": Page(named("ecosystem:roles"), "hr"),
    "ecosystem": Page(named("ecosystem:overview")),
    "ecosystem on a day": Page(lambda world: reverse("ecosystem:overview") + "?on=2019-12-31"),
    "an organization": Page(named("ecosystem:organization", firm_id)),
    "come in as an organization": Page(named("ecosystem:apply")),
    "an application, asked back": Page(named("ecosystem:application", asked_back_id)),
    "an application, waiting": Page(named("ecosystem:application", application_id)),
    "the office's applications": Page(named("ecosystem:office_applications"), "office"),
    "an application before the office": Page(named("ecosystem:office_application", application_id), "office"),
    "the office's organizations": Page(named("ecosystem:office_organizations"), "office"),
    "organizations found in vain": Page(lambda world: reverse("ecosystem:office_organizations") + "?q=zzzz", "office"),
    "an organization before the office": Page(named("ecosystem:office_organization", firm_id), "office"),
    "a link to join by": Page(named("ecosystem:join_by_link", link_token)),
    "a link that is none": Page(lambda world: "/j/none/"),
    "choose a firm": Page(lambda world: reverse("ecosystem:join") + f"?q={world.firm.name}"),
    "choose a firm in vain": Page(lambda world: reverse("ecosystem:join") + "?q=zzzz"),
    "ask a firm": Page(named("ecosystem:join_firm", firm_id)),
    "asked": Page(named("ecosystem:join_asked")),
    "what my firm says": Page(named("ecosystem:my_claims"), "learner"),
    "who has not come": Page(named("ecosystem:invitations"), "hr"),
    "requests to join": Page(named("ecosystem:join_requests"), "hr"),
    "corrections": Page(named("ecosystem:corrections"), "hr"),
    "no corrections": Page(named("ecosystem:corrections"), "strange_hr"),
    "welcome": Page(named("ecosystem:welcome"), "unanswered"),
    "sign in by code": Page(named("account_request_login_code")),
    "sign in by password": Page(named("account_login")),
    "sign in by staff number": Page(named("accounts:staff_code")),
    "terms of use": Page(named("accounts:terms")),
    "privacy policy": Page(named("accounts:privacy")),
    "is it you once more": Page(named("accounts:once_more"), "learner"),
    "gallery": Page(named("gallery:all")),
    "not found": Page(lambda world: "/nothing-here/"),
}
