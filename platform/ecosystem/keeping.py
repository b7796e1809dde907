"""What the ecosystem ends by the clock: people who never came, claims long past, applications and requests answered."""

import datetime

from django.db.models import Exists, OuterRef, Q

from accounts.models import User
from ecosystem.enums import OPEN_APPLICATIONS, EmploymentState, RequestState, RoleKind
from ecosystem.models import Employment, EmploymentEvent, JoinRequest, OrganizationApplication, Role
from privacy import keeping
from privacy.erasing import erase, erase_below
from privacy.files import delete_when_committed
from web.dates import local

HALF_A_YEAR = datetime.timedelta(days=180)


@keeping.rule("accounts.User", after="created_at", months=12)
def people_who_never_came(*, before: datetime.datetime, at: datetime.datetime, most: int) -> int:
    """Erase those whom only rosters know: never signed in, nowhere confirmed, and no roster took them in since."""
    held = Employment.objects.filter(person=OuterRef("pk"))
    taken_in = EmploymentEvent.objects.filter(employment__person=OuterRef("pk"), at__gte=before)
    duties = Role.objects.filter(person=OuterRef("pk")).exclude(kind=RoleKind.EMPLOYEE)
    unclaimed = User.objects.filter(
        Exists(held),
        ~Exists(held.filter(Q(state=EmploymentState.CONFIRMED) | Q(from_on__gt=local(before).date()))),
        ~Exists(taken_in),
        ~Exists(duties),
        is_active=True,
        is_superuser=False,
        last_login=None,
        created_at__lt=before,
    )
    people = list(unclaimed.order_by("pk")[:most])
    for person in people:
        erase(person=person, by=None, at=at)
    return len(people)


@keeping.rule("ecosystem.Employment", after="to_on", months=24)
def claims_long_past(*, before: datetime.datetime, at: datetime.datetime, most: int) -> int:
    """Blank what a firm claimed of people who left long ago, and delete what hung on it."""
    ended = Employment.objects.filter(to_on__lte=local(before).date()).exclude(claimed_name="", claimed_phone="")
    ids = list(ended.select_for_update().order_by("pk").values_list("pk", flat=True)[:most])
    if ids:
        erase_below(root="ecosystem.Employment", ids=ids)
    return len(ids)


@keeping.rule("ecosystem.OrganizationApplication.licence", after="decided_at", days=90)
def licences(*, before: datetime.datetime, at: datetime.datetime, most: int) -> int:
    """Delete the pictures of licences whose application was decided."""
    decided = OrganizationApplication.objects.select_for_update().exclude(licence="")
    applications = list(decided.filter(decided_at__lt=before).order_by("pk")[:most])
    for application in applications:
        delete_when_committed(application.licence)
        OrganizationApplication.objects.filter(pk=application.pk).update(licence="")
    return len(applications)


@keeping.rule("ecosystem.OrganizationApplication", after="decided_at", months=24)
def applicants(*, before: datetime.datetime, at: datetime.datetime, most: int) -> int:
    """Blank who applied; what was applied for stays."""
    decided = OrganizationApplication.objects.exclude(state__in=sorted(OPEN_APPLICATIONS)).exclude(applicant_name="")
    ids = list(decided.filter(decided_at__lt=before).order_by("pk").values_list("pk", flat=True)[:most])
    return OrganizationApplication.objects.filter(pk__in=ids).update(
        applicant_name="", applicant_post="", applicant_phone=""
    )


@keeping.rule("ecosystem.JoinRequest", after="decided_at", days=30)
def requests_to_join(*, before: datetime.datetime, at: datetime.datetime, most: int) -> int:
    """Delete requests to join that HR has answered: who was let in has an employment that says the rest.

    What nobody answers ends as well, after half a year.
    """
    answered = Q(decided_at__lt=before) & ~Q(state=RequestState.WAITING)
    forgotten = Q(asked_at__lt=at - HALF_A_YEAR, state=RequestState.WAITING)
    ids = list(JoinRequest.objects.filter(answered | forgotten).order_by("pk").values_list("pk", flat=True)[:most])
    JoinRequest.objects.filter(pk__in=ids).delete()
    return len(ids)
