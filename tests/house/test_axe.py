"""No page has a fault that axe knows of, by day and by night, at a desk and on a phone, in both languages.

Four looks at each page: every two of size, scheme and language meet in one of them.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.house.pages import LOOKED_AT

DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
LOOKS = [(DESK, "light", "zh-hans"), (PHONE, "dark", "zh-hans"), (PHONE, "light", "en"), (DESK, "dark", "en")]


@pytest.mark.parametrize("name", LOOKED_AT)
def test_a_page_has_no_axe_violations(name, live, live_world, sign_in, page):
    told = LOOKED_AT[name]
    sign_in(live_world.people[told.actor])
    for size, scheme, language in LOOKS:
        page.context.add_cookies([{"name": "language", "value": language, "url": live}])
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.set_viewport_size(size)
        page.goto(live + told.path(live_world))
        results = Axe().run(page)
        assert results.violations_count == 0, f"{size['width']} {scheme} {language}: {results.generate_report()}"
