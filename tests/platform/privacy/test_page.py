"""docs/privacy.md says what the code declares."""

from django.core.management import call_command

from privacy.inventory import INVENTORY
from privacy.management.commands import write_privacy_page
from privacy.page import page


def test_the_page_is_up_to_date():
    """Not so? `python3 dev manage write_privacy_page` writes it anew."""
    assert write_privacy_page.PAGE.read_text("utf-8") == page()


def test_every_model_and_field_stands_in_it_under_a_chinese_name():
    lines = [line for line in page().splitlines() if line.startswith("| ") and "`" in line]
    in_english = [line for line in lines if not any("一" <= letter <= "鿿" for letter in line.split("|")[1])]
    assert all(f"`{label}`" in page() for label in INVENTORY)
    assert [line for line in in_english if line.count("|") > 4] == []


def test_the_command_writes_it(tmp_path, monkeypatch):
    monkeypatch.setattr(write_privacy_page, "PAGE", tmp_path / "privacy.md")
    call_command("write_privacy_page", verbosity=0, stdout=(tmp_path / "out").open("w"))
    assert (tmp_path / "privacy.md").read_text("utf-8") == page()
