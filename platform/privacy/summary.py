"""What is held of a person, by whom, and what becomes of it: for their own page, without reading a row."""

from dataclasses import dataclass, field

from django.db.models import Count, Model
from django.utils.encoding import force_str

from privacy.exporting import label_of, shown_fields
from privacy.inventory import HEADINGS, Erasure, Personal, personal_fields
from privacy.rows import field_of, models_to_read, rows_of


@dataclass
class Held:
    """`holders` are organizations, empty for this house itself; `fields` the names of what is held."""

    heading: str
    rows: int
    holders: list[str]
    fields: list[str]
    reasons: list[Personal] = field(default_factory=list)
    """What is said of the fields, each purpose once."""
    fates: dict[str, list[str]] = field(default_factory=dict)
    """What erasure does, with the fields it does it to."""
    because: list[str] = field(default_factory=list)


def held_about(person) -> list[Held]:
    """What there is about the person; kinds of which there are no rows are left out."""
    counted = [(label, model, by_holder(label, person)) for label, model in models_to_read()]
    return [held(label, model, numbers) for label, model, numbers in counted if numbers]


def by_holder(label: str, person) -> dict[str, int]:
    holder, rows = HEADINGS[label].holder, rows_of(label, person).order_by()
    if not holder:
        number = rows.count()
        return {"": number} if number else {}
    counted = rows.values_list(f"{holder}__name").annotate(number=Count("pk"))
    return {name or "": number for name, number in counted}


def held(label: str, model: type[Model], numbers: dict[str, int]) -> Held:
    told, shown = personal_fields(label), shown_fields(label, model)
    names = {name: label_of(field_of(model, name), declared) for name, declared in told.items()}
    fates: dict[str, list[str]] = {}
    for fate in Erasure:
        named = [names[name] for name, declared in told.items() if declared.erasure is fate]
        if named:
            fates[fate.value] = list(dict.fromkeys(named))
    return Held(
        heading=force_str(HEADINGS[label].words),
        rows=sum(numbers.values()),
        holders=sorted(filter(None, numbers)),
        fields=list(dict.fromkeys(names[name] for name in names if name in shown)),
        reasons=list({force_str(declared.purpose): declared for declared in told.values()}.values()),
        fates=fates,
        because=list(dict.fromkeys(force_str(declared.because) for declared in told.values() if declared.because)),
    )
