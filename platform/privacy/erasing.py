"""A person goes: what is theirs is deleted or blanked by the inventory, what counts stays without them.

    @erasing.before_erasure
    def end_sessions(*, person, by, at): ...

in an upper room's `erasure.py` ends what must have ended before the rows lose their person. Locks keep the house's
order: what stands before people (a firm and its staff) is ended by `before_locking`, then the person is locked, then
what stands after (seats). The rows of each model follow, in one order.
"""

import datetime
from collections.abc import Callable

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import transaction

import audit
from audit import outbox
from privacy import blanking
from privacy.inventory import PATHS
from privacy.rows import field_of, models_about_people, rows_of

End = Callable[..., None]
BEFORE_LOCKING: list[End] = []
BEFORE: list[End] = []


def before_locking(function: End) -> End:
    """Have a function of (person, by, at) run before the person is locked, in the transaction of the erasure."""
    BEFORE_LOCKING.append(function)
    return function


def before_erasure(function: End) -> End:
    """Have a function of (person, by, at) run once the person is locked; both kinds may be run again."""
    BEFORE.append(function)
    return function


@transaction.atomic
def erase(*, person, by, at: datetime.datetime) -> dict[str, int]:
    """Erase what is held about the person and return how many rows of which model were touched. Again is harmless.

    The user's row stays, inactive and without a name. `by` is None when the clock does it.
    """
    users = get_user_model()._default_manager
    for end in BEFORE_LOCKING:
        end(person=person, by=by, at=at)
    person = users.select_for_update().get(pk=person.pk)
    for end in BEFORE:
        end(person=person, by=by, at=at)
    person = users.get(pk=person.pk)
    found = {
        label: list(rows_of(label, person).select_for_update(of=("self",)).values_list("pk", flat=True))
        for label, model in models_about_people()
    }
    order = sorted(found, key=lambda label: (PATHS.get(label) == "", not blanking.is_deleted(label), label))
    numbers = {label: blanking.erase_rows(label, found[label]) for label in order if found[label]}
    users.filter(pk=person.pk).update(is_active=False)
    audit.record(by=by, for_org=None, verb="privacy.erased", subject=person, at=at, rows=sum(numbers.values()))
    outbox.post("privacy.erased", person_id=person.pk)
    return numbers


@transaction.atomic
def erase_below(*, root: str, ids: list[int]) -> int:
    """Erase rows of one model and all that is declared to hang on them: `employment__person` hangs on an employment."""
    found = {root: ids}
    for label, model in models_about_people():
        first, _, rest = PATHS.get(label, "").partition("__")
        if rest and field_of(model, first).related_model is apps.get_model(root):
            found[label] = list(model._base_manager.filter(**{f"{first}__in": ids}).values_list("pk", flat=True))
    order = sorted(found, key=lambda label: (label == root, label))
    return sum(blanking.erase_rows(label, found[label]) for label in order)
