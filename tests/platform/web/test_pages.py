"""The base page and the gallery as the server sends them."""

import re

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from web.gallery import SECTIONS

FAULTS = ["400.html", "403.html", "404.html", "500.html", "403_csrf.html"]


@pytest.mark.parametrize("section", SECTIONS)
def test_each_section_of_the_gallery_stands_alone(client, section):
    response = client.get(reverse("gallery:all"), {"section": section})
    assert re.findall(r'<section class="[\w -]+" id="(\w+)"', response.content.decode()) == [section]


def test_the_gallery_shows_all_sections(client):
    page = client.get(reverse("gallery:all")).content.decode()
    assert re.findall(r'<section class="[\w -]+" id="(\w+)"', page) == list(SECTIONS)


def test_no_id_is_given_twice(client):
    ids = re.findall(r'\sid="([^"]+)"', client.get(reverse("gallery:all")).content.decode())
    assert sorted(ids) == sorted(set(ids))


def test_a_page_carries_neither_style_nor_inline_script(client):
    page = client.get(reverse("gallery:all")).content.decode()
    assert re.findall(r"\sstyle=|\son\w+=|<style|<script(?![^>]*\ssrc=)", page) == []


def test_a_page_asks_for_few_files_and_only_ours(client):
    page = client.get(reverse("gallery:all")).content.decode()
    asked = re.findall(r'<(?:script|img)[^>]*\ssrc="([^"]+)"|<link[^>]*\shref="([^"]+)"', page)
    names = ["".join(pair) for pair in asked]
    assert all(name.startswith("/static/") for name in names)
    assert len(names) <= 7


def test_a_faulty_form_shows_in_the_title(client):
    page = client.post(reverse("accounts:staff_code"), {"staff_no": ""}, headers={"accept-language": "en"})
    assert re.search(r"<title>(.*?)</title>", page.content.decode()).group(1) == "Error: Sign in · Liancai"


def test_large_type_is_written_on_the_page(client):
    client.cookies["size"] = "large"
    assert 'data-size="large"' in client.get(reverse("gallery:all")).content.decode()


@pytest.mark.parametrize("template", FAULTS)
def test_a_fault_page_needs_no_request(template):
    assert render_to_string(template).count("<h1") == 1
