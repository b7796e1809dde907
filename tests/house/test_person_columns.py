"""The wall around names and numbers: few files read them, and each says why it may."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("platform", "cms", "courses", "talent_pool")
COLUMNS = frozenset(
    {"claimed_name", "claimed_phone", "email", "full_name", "learner_name", "phone", "staff_no", "work_email"}
)
READERS = {
    "platform/accounts/": "accounts keeps the person and their ways in",
    "platform/ecosystem/names.py": "the one reader of names outside the pool",
    "platform/ecosystem/models/": "where a roster's columns are",
    "platform/ecosystem/enums.py": "which columns a person may say are wrong",
    "platform/ecosystem/actions/join_requests.py": "whom HR lets in, by what they typed",
    "platform/ecosystem/views/joining.py": "requests are counted by the number that is typed",
    "platform/ecosystem/letters.py": "to which phone an invitation or an answer goes",
    "platform/ecosystem/queries/joining.py": "who has not come, and who asks, read for that firm's HR",
    "platform/ecosystem/staff.py": "a firm's own staff, read for that firm's HR",
    "platform/ecosystem/actions/claims.py": "no two of a firm's own staff share a phone or a staff number",
    "platform/ecosystem/actions/employing.py": "a claim is written, and another phone in it asks somebody else",
    "platform/ecosystem/actions/staff.py": "HR writes what the firm says of its own people",
    "platform/ecosystem/rules/staff.py": "what a firm no longer knows of a person it cannot ask them by",
    "platform/ecosystem/actions/administrators.py": "the office names a first administrator by phone",
    "platform/ecosystem/actions/applications.py": "the applicant becomes the first administrator",
    "platform/ecosystem/views/organizations.py": "the number the office types for a first administrator",
    "platform/ecosystem/personal.py": "where their purpose is declared",
    "platform/ecosystem/queries/employments.py": "a staff number leads its own holder to a sign-in",
    "platform/ecosystem/actions/employments.py": "the person writes their own name",
    "platform/ecosystem/views/welcome.py": "the person is asked whether the name is theirs",
    "platform/config/settings/parts/security.py": "a password must not resemble its holder's name or number",
    "platform/config/settings/parts/sign_in.py": "allauth is told which column signs in",
    "platform/web/templates/web/parts/code_strip.html": "the demo's codes, which would have gone to a phone",
    "platform/web/templates/web/base.html": "the signed-in person's own name",
    "courses/learning/actions/certificates.py": "the learner's name is frozen on their certificate",
    "platform/ecosystem/keeping.py": "what is long past is blanked",
    "platform/messaging/tasks.py": "to which number a code or a text goes",
    "platform/overview/views.py": "the signed-in person's own name",
    "platform/privacy/": "a person's own: what they take along, what they have erased",
    "courses/learning/personal.py": "where its purpose is declared",
    "courses/learning/templates/learning/me.html": "the signed-in person's own name",
    "courses/learning/templates/learning/parts/diploma.html": "the certificate itself",
    "talent_pool/people/personal.py": "where the purpose of a roster's cells is declared",
    "talent_pool/people/imports/drawn_rows.py": "a roster on its way in, drawn for that firm's HR",
    "talent_pool/people/imports/todos.py": "who may have left, asked of that firm's HR",
    "talent_pool/people/imports/restoring.py": "what the firm claimed before an import becomes its claim again",
    "talent_pool/people/rosters/": "a firm's own claims, read for that firm",
    "talent_pool/people/trials/firm.py": "somebody invented, who signs in to try the wizard",
}
"""A file, or a folder that ends in a slash, and the reason. talent_pool/people/cards.py will be the second reader."""

TAG = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)
WORD = re.compile(r"[a-z_]+")


def columns_in(text: str) -> set[str]:
    """The columns that a lookup such as `person__phone` or `-full_name` goes through."""
    return COLUMNS & set(text.lstrip("-").split("__"))


def columns_of_python(source: str) -> set[str]:
    """Columns read as attributes, or named in a lookup: `user.phone`, `filter(staff_no=…)`, `"person__full_name"`."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute):
            found |= columns_in(node.attr)
        elif isinstance(node, ast.keyword) and node.arg:
            found |= columns_in(node.arg)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found |= columns_in(node.value)
    return found


def columns_of_template(source: str) -> set[str]:
    return COLUMNS & {word for tag in TAG.findall(source) for word in WORD.findall(tag)}


def read_by_file() -> dict[str, set[str]]:
    """`{path: columns}` for each file of the rooms that reads some."""
    files = [file for room in ROOMS for file in (ROOT / room).rglob("*") if file.suffix in {".py", ".html"}]
    by_kind = {".py": columns_of_python, ".html": columns_of_template}
    found = {
        str(file.relative_to(ROOT)): by_kind[file.suffix](file.read_text("utf-8"))
        for file in files
        if "migrations" not in file.parts
    }
    return {path: columns for path, columns in found.items() if columns}


def reader_of(path: str) -> str | None:
    """The entry of READERS that lets the file read."""
    folders = tuple(reader for reader in READERS if reader.endswith("/"))
    return next((folder for folder in folders if path.startswith(folder)), path if path in READERS else None)


def test_only_the_readers_read_names_and_numbers_of_people():
    assert {path: columns for path, columns in read_by_file().items() if reader_of(path) is None} == {}


def test_every_reader_still_reads():
    assert {reader_of(path) for path in read_by_file()} - {None} == set(READERS)


@pytest.mark.parametrize(
    ("source", "columns"),
    [
        ("person.full_name", {"full_name"}),
        ("rows.filter(staff_no__iexact=number)", {"staff_no"}),
        ("rows.values_list('person__phone', 'pk')", {"phone"}),
        ("rows.order_by('-claimed_name')", {"claimed_name"}),
        ("getattr(person, 'email')", {"email"}),
        ("phone = telephone(name)", set()),
    ],
)
def test_the_wall_sees_each_way_to_read_a_column(source, columns):
    assert columns_of_python(source) == columns


@pytest.mark.parametrize(
    ("source", "columns"),
    [
        ("{{ held.person.full_name|default:'' }}", {"full_name"}),
        ("{% avatar user.full_name %}", {"full_name"}),
        ("<p>the phone on the roster</p>{{ held.post }}", set()),
    ],
)
def test_the_wall_sees_what_a_template_reads(source, columns):
    assert columns_of_template(source) == columns
