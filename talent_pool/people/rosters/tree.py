"""What hangs together at a firm: departments below departments, people below their line managers."""

from collections.abc import Iterable

from django.db import connection

from ecosystem.models import Department, Employment, Organization
from talent_pool.people.rosters.department_paths import Departments, department_paths
from talent_pool.people.rosters.matching import Change, Plan
from talent_pool.people.rosters.staff import Manager


def make_departments(organization: Organization, paths: Iterable[str]) -> dict[str, int]:
    """Make the departments that are missing, level by level, and return `{path: pk}` of all."""
    known = Departments(department_paths(organization))
    levels: dict[int, list[str]] = {}
    for path in known.missing(paths):
        levels.setdefault(path.count("/"), []).append(path)
    for _depth, missing in sorted(levels.items()):
        steps = [(path.rpartition("/")[0], path.rpartition("/")[2]) for path in missing]
        Department.objects.bulk_create(
            [Department(organization=organization, name=name, parent_id=known.pks.get(above)) for above, name in steps],
            ignore_conflicts=True,
        )
        known = Departments(department_paths(organization))
    return known.pks


def write_line_managers(plan: Plan, kept: list[Change], made: dict[int, Employment], refused: list[Change]) -> None:
    """Once everybody stands: who reports to whom. `made` is row number to new employment; a refused employment that
    was claimed anew hands its reports on.
    """
    again = {change.held.pk: made[change.row.number].pk for change in refused}
    wanted: dict[int, int] = {}
    for change in refused:
        if change.held.manager_id:
            wanted[again[change.held.pk]] = again.get(change.held.manager_id, change.held.manager_id)
    for employment, number in [
        *((change.held.pk, change.row.number) for change in kept if "line_manager" in change.fields),
        *((employment.pk, number) for number, employment in made.items()),
    ]:
        if number in plan.managers:
            wanted[employment] = pk_of(plan.managers[number], made, again)
    for old, new in again.items():
        Employment.objects.filter(line_manager=old, to_on=None).exclude(pk__in=wanted).update(line_manager=new)
    set_line_managers(wanted)


def pk_of(manager: Manager, made: dict[int, Employment], again: dict[int, int]) -> int:
    if manager.row is not None:
        return made[manager.row].pk
    assert manager.held is not None
    return again.get(manager.held, manager.held)


def set_line_managers(wanted: dict[int, int]) -> None:
    """Employment to line manager, all in one statement."""
    if not wanted:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE ecosystem_employment SET line_manager_id = wanted.manager "
            "FROM unnest(%s::bigint[], %s::bigint[]) AS wanted (id, manager) WHERE ecosystem_employment.id = wanted.id",
            [list(wanted), list(wanted.values())],
        )
