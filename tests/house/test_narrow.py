"""At 320 pixels nothing has to be pushed sideways."""

import pytest

from tests.house.pages import LOOKED_AT

WIDTH = 320
STICKING_OUT = """width => [...document.querySelectorAll('body *')]
    .filter(element => element.getBoundingClientRect().right > width + 1)
    .slice(0, 5).map(element => element.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("name", LOOKED_AT)
def test_a_page_fits_a_narrow_screen(name, live, live_world, sign_in, page):
    told = LOOKED_AT[name]
    sign_in(live_world.people[told.actor])
    page.set_viewport_size({"width": WIDTH, "height": 640})
    page.goto(live + told.path(live_world))
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTH, page.evaluate(STICKING_OUT, WIDTH)
