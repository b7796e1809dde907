"""What no template of ours may hold: style, script or assets that the content policy would refuse."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("platform", "cms", "courses", "talent_pool", "demo")
BEFORE = re.compile(r"\{#.*?#\}|\{% comment %\}.*?\{% endcomment %\}", re.DOTALL)
FORBIDDEN = {
    "a style attribute": re.compile(r"\sstyle\s*="),
    "a style element": re.compile(r"<style\b"),
    "an event attribute": re.compile(r"\son[a-z]+\s*=\s*[\"']"),
    "script in the page": re.compile(r"<script\b(?![^>]*\ssrc=)(?![^>]*application/json)"),
    "script in an address": re.compile(r"javascript:"),
    "htmx that evaluates": re.compile(r"hx-(on|vars)\b|hx-(vals|headers)\s*=\s*[\"']js:"),
    "an asset from elsewhere": re.compile(r"<(?:script|img|link|iframe|video|source|use|image)\b[^>]*(?:https?:)?//"),
}


def templates() -> list[Path]:
    return sorted(path for room in ROOMS for path in (ROOT / room).rglob("templates/**/*.html"))


def faults_in(source: str) -> list[str]:
    source = BEFORE.sub("", source)
    return [name for name, pattern in FORBIDDEN.items() if pattern.search(source)]


def test_no_template_holds_what_the_policy_refuses():
    found = {str(path.relative_to(ROOT)): faults_in(path.read_text("utf-8")) for path in templates()}
    assert {path: faults for path, faults in found.items() if faults} == {}


def test_there_are_templates_to_look_at():
    assert len(templates()) > 40


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ('<p style="color: red">', "a style attribute"),
        ("<style>p {}</style>", "a style element"),
        ('<a onclick="go()">', "an event attribute"),
        ("<script>go()</script>", "script in the page"),
        ('<script type="module">go()</script>', "script in the page"),
        ('<a href="javascript:go()">', "script in an address"),
        ('<a hx-on:click="go()">', "htmx that evaluates"),
        ("""<a hx-vals='js:{x: 1}'>""", "htmx that evaluates"),
        ('<script src="https://cdn.example/x.js"></script>', "an asset from elsewhere"),
        ('<img src="//cdn.example/x.png">', "an asset from elsewhere"),
    ],
)
def test_the_lint_sees_each_fault(source, fault):
    assert faults_in(source) == [fault]


@pytest.mark.parametrize(
    "source",
    [
        '<script src="/static/web/site.js" type="module"></script>',
        '<script type="application/json" id="d">{}</script>',
        '<a href="https://beian.miit.gov.cn/">',
        "{# style= #}",
    ],
)
def test_the_lint_lets_the_rest_pass(source):
    assert faults_in(source) == []
