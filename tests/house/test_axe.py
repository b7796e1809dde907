"""No page has a fault that axe knows of, by day and by night."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.house.pages import LOOKED_AT


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", LOOKED_AT)
def test_a_page_has_no_axe_violations(name, scheme, live, live_world, sign_in, page):
    told = LOOKED_AT[name]
    sign_in(live_world.people[told.actor])
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(live + told.path(live_world))
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
