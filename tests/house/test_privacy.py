"""The wall around personal data: a field about a person is declared, with purpose and end, or it does not exist.

In models, in the keys of JSON, in what the audit and the outbox are told, and in what a log line may say.
"""

import ast

from django.apps import apps
from django.db import models

from accounts.models import User
from messaging.kinds import KINDS
from privacy import keeping
from privacy.blanking import blank_fields, is_deleted
from privacy.inventory import ALSO_FOUND, INSIDE, INVENTORY, NOT_ABOUT_A_PERSON, PATHS, Erasure, Keep, Personal
from privacy.personal import AUDIT_KEYS, LOG_KEYS, OUTBOX_KEYS
from tests.house.test_walls import ROOT, python_files_of_rooms

SAYS_NOTHING = (models.AutoField, models.BigAutoField, models.UUIDField, models.BooleanField, models.ForeignKey)


def about_people() -> set[type[models.Model]]:
    """The user, and every model that points at a person, directly or through another such model; libraries' too."""
    everything = apps.get_models(include_auto_created=True)
    found: set[type[models.Model]] = {User}
    while True:
        more = {
            model
            for model in everything
            if model._meta.label not in NOT_ABOUT_A_PERSON
            and any(field.related_model in found for field in model._meta.concrete_fields if field.is_relation)
        } - found
        if not more:
            return found | {apps.get_model(label) for label in INVENTORY}
        found |= more


def declared(label: str, kinds=Personal) -> dict:
    return {name: field for name, field in INVENTORY.get(label, {}).items() if isinstance(field, kinds)}


def every_personal_field():
    for label in INVENTORY:
        for name, field in declared(label).items():
            yield f"{label}.{name}", field
    for path, keys in INSIDE.items():
        for key, field in keys.items():
            if isinstance(field, Personal):
                yield f"{path}.{key}", field


def test_every_field_about_a_person_is_declared():
    undeclared = sorted(
        f"{model._meta.label}.{field.name}"
        for model in about_people()
        for field in model._meta.concrete_fields
        if not isinstance(field, SAYS_NOTHING)
        and not field.is_relation
        and field.name not in INVENTORY.get(model._meta.label, {})
    )
    assert undeclared == []


def test_the_inventory_names_only_fields_that_exist():
    gone = [
        f"{label}.{name}"
        for label, fields in INVENTORY.items()
        for name in fields
        if name not in {field.name for field in apps.get_model(label)._meta.concrete_fields}
    ]
    assert (gone, [label for label in NOT_ABOUT_A_PERSON if not apps.get_model(label)]) == ([], [])


def test_every_model_about_a_person_leads_to_its_person():
    lost = sorted(label for label in INVENTORY if declared(label) and label not in PATHS and label not in ALSO_FOUND)
    assert lost == []


def test_every_path_ends_at_a_person():
    for label, path in PATHS.items():
        assert str(apps.get_model(label)._base_manager.filter(**{path or "pk": 1}).query)


def test_what_is_kept_after_erasure_says_why_and_nothing_else_does():
    assert [
        name for name, field in every_personal_field() if (field.erasure is Erasure.KEEP) != bool(field.because)
    ] == []


def test_every_end_is_one_a_machine_can_read():
    assert [name for name, field in every_personal_field() if not isinstance(field.keep, Keep)] == []


def test_every_end_by_the_clock_has_its_rule_and_every_rule_is_promised():
    assert {field.keep.rule for _, field in every_personal_field()} - {""} == set(keeping.RULES)


def test_a_promise_and_its_rule_name_the_same_span():
    """The sentence says 30 days, and so does the rule that ends it."""
    spans = {name: kept.months or kept.days for name, kept in keeping.RULES.items()}
    broken = {
        (keep.rule, str(keep.words))
        for _, field in every_personal_field()
        if (keep := field.keep).rule and spans[keep.rule] and str(spans[keep.rule]) not in str(keep.words)
    }
    assert broken == set()


def test_every_rule_counts_from_a_field_of_its_model():
    for name, kept in keeping.RULES.items():
        model = apps.get_model(".".join(name.split(".")[:2]))
        assert kept.after in {field.name for field in model._meta.concrete_fields}, name


def test_what_is_to_be_blanked_can_be():
    """A row goes whole, or each field of it can be empty: null, an empty text or JSON, or what is said instead."""
    stuck = [
        f"{label}.{name}"
        for label in INVENTORY
        if not is_deleted(label)
        for name, field in blank_fields(label).items()
        if not field.instead and not can_be_empty(apps.get_model(label)._meta.get_field(name))
    ]
    assert stuck == []


def can_be_empty(field: models.Field) -> bool:
    return (
        field.null or field.has_default() or isinstance(field, models.CharField | models.TextField | models.FileField)
    )


def test_every_json_about_a_person_is_declared_by_key():
    silent = sorted(
        path
        for model in about_people()
        for field in model._meta.concrete_fields
        if isinstance(field, models.JSONField) and (path := f"{model._meta.label}.{field.name}") not in INSIDE
    )
    assert silent == []


def test_every_word_of_a_message_is_declared():
    """An export shows the words of a message: they are of its reader or of nobody."""
    words = {word for kind in KINDS.values() for word in kind.words}
    assert words == set(INSIDE["messaging.Message.data"])


def keywords_of(calls: dict[str, set[str]]) -> dict[str, set[str]]:
    """`{file: keywords}` that the rooms hand to these functions, `{"record": {"audit"}}` being `audit.record`."""
    found: dict[str, set[str]] = {}
    for file in python_files_of_rooms():
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                owner = node.func.value.id if isinstance(node.func.value, ast.Name) else ""
                if owner in calls.get(node.func.attr, set()):
                    words = {keyword.arg for keyword in node.keywords if keyword.arg}
                    found.setdefault(str(file.relative_to(ROOT)), set()).update(words)
    return found


def unknown(found: dict[str, set[str]], known: frozenset[str] | set[str]) -> dict[str, set[str]]:
    left = {file: {key for key in keys - known if not key.endswith(("_id", "_ids"))} for file, keys in found.items()}
    return {file: keys for file, keys in left.items() if keys}


def test_the_audit_is_told_ids_counts_and_codes_only():
    told = keywords_of({"record": {"audit", "ledger"}, "entry": {"ledger"}})
    assert unknown(told, AUDIT_KEYS | {"by", "for_org", "verb", "subject", "at"}) == {}


def test_the_outbox_is_told_ids_and_counts_only():
    assert unknown(keywords_of({"post": {"outbox"}}), OUTBOX_KEYS) == {}


def test_a_log_line_says_what_it_may():
    ways = {key: {"log", "logger"} for key in ("debug", "info", "warning", "error", "exception", "bind")}
    contexts = {"bind_contextvars": {"contextvars"}}
    assert unknown(keywords_of({**ways, **contexts}), LOG_KEYS) == {}


def test_the_events_of_logs_are_words_of_ours_not_sentences_made_on_the_way():
    """`log.info(f"… {name}")` would carry a name past every list of keys."""
    made = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file in python_files_of_rooms()
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in {"log", "logger"}
        and node.args
        and not isinstance(node.args[0], ast.Constant)
    ]
    assert made == []
