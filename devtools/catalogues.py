"""Message catalogues looked into with Babel; unlike its neighbours this runs inside the environment.

Each room owns the words it shows: a msgid in its code or templates must stand, translated, in its own
`locale/zh_Hans`. English is the msgid itself.
"""

import ast
import io
import re
import sys
from pathlib import Path

from babel.messages.extract import extract_python
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

from devtools.places import ROOMS, ROOT

KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
CALL = re.compile(r"\b(gettext|ngettext|pgettext|npgettext|_)\(")
CATALOGUE = Path("locale/zh_Hans/LC_MESSAGES/django.po")
TRANSLATED = (*ROOMS, "demo")
LEFT_OUT = {"migrations", "locale", "static"}


def report() -> int:
    """Print every missing, fuzzy or broken translation; 1 when there is one."""
    faults = [fault for room in rooms() for fault in faults_of(room)]
    for fault in faults:
        print(fault)
    return 1 if faults else 0


def rooms() -> list[Path]:
    """Folders of Django apps: where an apps.py holds an AppConfig."""
    found = [file for name in TRANSLATED for file in (ROOT / name).rglob("apps.py") if "AppConfig" in file.read_text()]
    return sorted(file.parent for file in found)


def faults_of(room: Path) -> list[str]:
    file = room / CATALOGUE
    told = file.relative_to(ROOT)
    wanted = dict(messages_of(room))
    if not file.exists():
        return [f"{told}: missing; {room.name} shows {len(wanted)} sentences"] if wanted else []
    catalogue = read_po(io.BytesIO(file.read_bytes()))
    faults = []
    for (context, msgid), place in sorted(wanted.items(), key=lambda item: item[1]):
        message = catalogue.get(msgid, context)
        if message is None or not message.string or not all(as_tuple(message.string)):
            faults.append(f"{place}: no Chinese for {msgid!r} in {told}")
        elif message.fuzzy:
            faults.append(f"{place}: fuzzy Chinese for {msgid!r} in {told}")
        else:
            faults += [f"{told}: {msgid!r}: {error}" for error in message.check(catalogue)]
    return faults


def as_tuple(value) -> tuple:
    return value if isinstance(value, tuple) else (value,)


def messages_of(room: Path):
    """((context, msgid), "file:line") for each sentence of the room; nested rooms speak for themselves."""
    others = [other for other in rooms() if other != room and room in other.parents]
    for file in sorted([*room.rglob("*.py"), *room.rglob("*.html"), *room.rglob("*.txt")]):
        parts = file.relative_to(room).parts
        if LEFT_OUT & set(parts) or any(other in file.parents for other in others):
            continue
        found = from_python(file) if file.suffix == ".py" else from_template(file)
        for line, context, msgid in found:
            yield (context, msgid), f"{file.relative_to(ROOT)}:{line}"


def from_python(file: Path):
    options = {"encoding": "utf-8"}
    for line, keyword, arguments, _ in extract_python(io.BytesIO(file.read_bytes()), list(KEYWORDS), (), options):
        arguments = arguments if isinstance(arguments, tuple) else (arguments,)
        yield from as_message(line, keyword, arguments)


def from_template(file: Path):
    text = templatize(file.read_text(), origin=str(file))
    for call in CALL.finditer(text):
        arguments = literals_after(text, call.end())
        yield from as_message(text.count("\n", 0, call.start()) + 1, call[1], arguments)


def literals_after(text: str, start: int) -> tuple:
    """The string literals at the head of a call's arguments, as Django's own extractor wrote them."""
    found, rest = [], text[start:]
    literal = re.compile(r"\s*,?\s*(?P<quoted>u?'(?:[^'\\]|\\.)*'|u?\"(?:[^\"\\]|\\.)*\")", re.DOTALL)
    while match := literal.match(rest):
        found.append(ast.literal_eval(match["quoted"]))
        rest = rest[match.end() :]
    return tuple(found)


def as_message(line: int, keyword: str, arguments: tuple):
    context = None
    if "pgettext" in keyword:
        context, *arguments = arguments
    if "ngettext" in keyword or "npgettext" in keyword:
        arguments = arguments[:2]
    texts = tuple(arguments)
    if texts and all(isinstance(text, str) and text for text in texts):
        yield line, context, texts if len(texts) > 1 else texts[0]


if __name__ == "__main__":
    sys.exit(report())
