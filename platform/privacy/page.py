"""docs/privacy.md, made from the inventory: a table for each kind of row, in the words of a data-protection officer.

The tables are Chinese, as their readers are; the introduction is in both languages.
"""

from collections.abc import Iterator

from django.apps import apps
from django.utils import translation
from django.utils.encoding import force_str
from django.utils.translation import gettext as _

from privacy import keeping
from privacy.exporting import label_of
from privacy.inventory import HEADINGS, INSIDE, NOT_ABOUT_A_PERSON, Keep, Personal, personal_fields
from privacy.rows import field_of, models_about_people

INTRODUCTION = """# Personal data · 个人信息清单

Made by `python3 dev manage write_privacy_page` from what each room declares in its `personal.py`; a test keeps it up to
date, and refuses a field about a person that is not declared. The bases are those of article 13 of the Personal
Information Protection Law. 依据均指《个人信息保护法》第十三条。
"""


def page() -> str:
    """The whole file."""
    with translation.override("zh-hans"):
        return "\n".join([INTRODUCTION, *sections(), *ends(), *left_out()]).rstrip() + "\n"


def sections() -> Iterator[str]:
    by_room: dict[str, list[str]] = {}
    for label, model in models_about_people():
        room = force_str(apps.get_app_config(model._meta.app_label).verbose_name)
        by_room.setdefault(f"{room} · `{model._meta.app_label}`", []).append(label)
    for room, labels in sorted(by_room.items(), key=lambda pair: pair[1]):
        yield f"## {room}\n"
        for label in labels:
            yield f"### {HEADINGS[label].words} · `{label}`\n"
            yield table(label)


def table(label: str) -> str:
    model = apps.get_model(label)
    heads = [_("Personal field"), _("Purpose"), _("Basis"), _("Kept until"), _("On erasure")]
    lines = [row(heads), row(["---"] * len(heads))]
    for name, declared in personal_fields(label).items():
        field = f"{label_of(field_of(model, name), declared)} `{name}`"
        lines.append(row([field, *said(declared)]))
    return "\n".join([*lines, *inside(label)]) + "\n"


def inside(label: str) -> Iterator[str]:
    """Which keys the JSON fields of the model may have."""
    for path, keys in INSIDE.items():
        model, _dot, name = path.rpartition(".")
        if model == label and set(keys) - {"*"}:
            yield (
                "\n" + _("Keys in %(field)s: ") % {"field": f"`{name}`"} + "、".join(f"`{key}`" for key in sorted(keys))
            )


def said(declared: Personal) -> list[str]:
    fate = force_str(declared.erasure.label)
    because = f"：{declared.because}" if declared.because else ""
    return [force_str(declared.purpose), force_str(declared.basis.label), until(declared.keep), fate + because]


def until(keep: Keep) -> str:
    return force_str(keep.words) + (f" `{keep.rule}`" if keep.rule else "")


def row(cells: list[str]) -> str:
    return "| " + " | ".join(force_str(cell).replace("|", "\\|") for cell in cells) + " |"


def ends() -> Iterator[str]:
    """What the clock does, every night."""
    yield f"## {_('What ends by the clock')}\n"
    lines = [row([_("Rule"), _("Ends after"), _("Counted from")]), row(["---"] * 3)]
    for name, kept in sorted(keeping.RULES.items()):
        lines.append(row([f"`{name}`", span(kept), f"`{kept.after}`"]))
    yield "\n".join(lines) + "\n"


def span(kept: keeping.Kept) -> str:
    if kept.months:
        return _("%(months)s months") % {"months": kept.months}
    return _("%(days)s days") % {"days": kept.days} if kept.days else _("the moment the row itself names")


def left_out() -> Iterator[str]:
    yield f"## {_('What points at a person and says nothing about them')}\n"
    lines = [row([_("Kind of rows"), _("Why (in the code's words)")]), row(["---", "---"])]
    lines += [row([f"`{label}`", reason]) for label, reason in sorted(NOT_ABOUT_A_PERSON.items())]
    yield "\n".join(lines) + "\n"
