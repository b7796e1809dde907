from decimal import Decimal
from xml.etree import ElementTree

import pytest

from web import figures, numerals


@pytest.mark.parametrize(("value", "dash"), [(0, None), (20, "201.1 402.1"), (40, "402.1 402.1"), (44, "402.1 402.1")])
def test_ring_is_as_long_as_its_share(value, dash):
    arc = ElementTree.fromstring(figures.ring(value, 40)).find("circle[@class='v']")
    assert (arc.get("stroke-dasharray") if arc is not None else None) == dash


def test_ring_says_its_numbers():
    svg = ElementTree.fromstring(figures.ring(Decimal("26.50"), 40, "hours"))
    assert [text.text for text in svg.findall("text")] == ["26.5", "/ 40 hours"]


def test_ring_without_a_target_is_empty():
    assert ElementTree.fromstring(figures.ring(5, 0)).find("circle[@class='v']").get("stroke-dasharray") == "0.0 402.1"


@pytest.mark.parametrize(("value", "of", "width"), [(0, 12, "0%"), (7, 12, "58%"), (15, 12, "100%"), (1, 0, "0%")])
def test_fill_never_leaves_its_frame(value, of, width):
    assert ElementTree.fromstring(figures.fill(value, of)).find("rect").get("width") == width


def test_qr_is_one_path_with_a_name():
    svg = ElementTree.fromstring(figures.qr("https://liancai.example/verify/LC-2026-000317/", "Scan to verify"))
    assert (svg.get("aria-label"), [child.tag for child in svg]) == ("Scan to verify", ["path"])


def test_qr_draws_the_dark_cells_and_no_others():
    assert list(figures._dark_runs([1, 1, 0, 1, 0, 0, 1])) == [(0, 2), (3, 1), (6, 1)]


@pytest.mark.parametrize(
    ("value", "said"), [(Decimal("32.00"), "32"), (Decimal("3.50"), "3.5"), (0, "0"), (Decimal("1240.5"), "1,240.5")]
)
def test_hours_have_no_idle_zeros(value, said):
    assert numerals.hours(value) == said


def test_thousands_stand_apart():
    assert numerals.number(1240) == "1,240"
