"""A firm's people as HR looks for them: by words, department, state, category, role; sorted; a page at a time."""

import datetime
from dataclasses import dataclass

from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, Value, When

from ecosystem.enums import EmploymentState
from ecosystem.models import Department, Employment, Organization, Role
from ecosystem.queries.departments import subtree
from ecosystem.staff_search import matching

HERE = "here"
A_PAGE = 50


@dataclass(frozen=True)
class Criteria:
    """What is asked. `state` is one of STATES; `within` an id of a department; `manager` one of an employment."""

    q: str = ""
    state: str = HERE
    within: int | None = None
    category: str = ""
    role: str = ""
    manager: int | None = None
    sort: str = "name"


def states(day: datetime.date) -> dict[str, Q]:
    """What HR asks for, as a condition. Who is to leave works here until then."""
    here = Q(from_on__lte=day) & (Q(to_on=None) | Q(to_on__gt=day))
    return {
        HERE: here,
        "pending": here & Q(state=EmploymentState.PENDING),
        "confirmed": here & Q(state=EmploymentState.CONFIRMED),
        "refused": here & Q(state=EmploymentState.REFUSED),
        "leaving": here & Q(to_on__gt=day),
        "left": Q(to_on__lte=day),
    }


def found(organization: Organization, criteria: Criteria, day: datetime.date) -> QuerySet[Employment]:
    """Those whom all but the state describes."""
    mine = Employment.objects.filter(matching(criteria.q, organization.pk), organization=organization)
    if criteria.within is not None:
        department = Department.objects.filter(organization=organization, pk=criteria.within).first()
        mine = mine.filter(department__in=subtree(department)) if department else mine.none()
    if criteria.category:
        mine = mine.filter(category=criteria.category)
    if criteria.role:
        held = Role.objects.on(day).filter(organization=organization, kind=criteria.role, person=OuterRef("person"))
        mine = mine.filter(Exists(held))
    if criteria.manager is not None:
        mine = mine.filter(line_manager=criteria.manager)
    return mine


def counts(found: QuerySet[Employment], day: datetime.date) -> dict[str, int]:
    """How many in each state."""
    asked = {name: Count("pk", filter=condition) for name, condition in states(day).items()}
    return found.aggregate(**asked)


def page_of(
    found: QuerySet[Employment], criteria: Criteria, day: datetime.date, *, start: int, order: list[int]
) -> list[int]:
    """The ids of one page; `order` are the departments' ids as the tree shows them."""
    rows = found.filter(states(day)[criteria.state])
    if criteria.sort == "department":
        rows, start = within_page(rows, start, order)
    elif criteria.sort == "joined":
        rows = rows.order_by(F("joined_on").desc(nulls_last=True), "name_key", "pk")
    else:
        rows = rows.order_by("name_key", "pk")
    return list(rows.values_list("pk", flat=True)[start : start + A_PAGE])


def within_page(rows: QuerySet[Employment], start: int, order: list[int]) -> tuple[QuerySet[Employment], int]:
    """Only the people of those departments that the page touches, sorted, and where among them the page begins.

    Who is in no department comes last.
    """
    counts = dict(rows.order_by().values_list("department").annotate(count=Count("pk")))
    touched, before, passed = [], 0, 0
    for pk in [*order, None]:
        count = counts.get(pk, 0)
        if passed + count <= start:
            before += count
        elif passed < start + A_PAGE:
            touched.append(pk)
        passed += count
    place = Case(*(When(department=pk, then=Value(place)) for place, pk in enumerate(touched)), default=Value(A_PAGE))
    those = Q(department__in=[pk for pk in touched if pk]) | (Q(department=None) if None in touched else Q(pk=None))
    return rows.filter(those).annotate(place=place).order_by("place", "name_key", "pk"), start - before


def without_department(organization: Organization) -> int:
    """How many of the present staff are in no department."""
    return Employment.objects.current().filter(organization=organization, department=None).count()
