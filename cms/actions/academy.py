"""The academy's home takes the place of Wagtail's welcome page."""

from django.db import transaction
from wagtail.models import Page, Site

from cms.models import AcademyIndexPage

SITE_NAME = "链才"
TITLE = "红领学堂"
TITLE_EN = "Red Leader Academy"
SUMMARY = "链上企业一起出题、一起授课、一起用才：学一门课，会一样本事。"
SUMMARY_EN = (
    "Firms of one industry chain set the questions, teach and hire together: each course leaves you with a skill."
)


@transaction.atomic
def plant_academy() -> AcademyIndexPage:
    """Return the academy's home, root of the default site; make it when there is none. Safe to call again."""
    academy = AcademyIndexPage.objects.first()
    if academy is None:
        root = Page.get_first_root_node()
        academy = root.add_child(
            instance=AcademyIndexPage(
                title=TITLE, title_en=TITLE_EN, summary=SUMMARY, summary_en=SUMMARY_EN, slug="academy"
            )
        )
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"site_name": SITE_NAME, "root_page": academy},
        create_defaults={"hostname": "localhost", "site_name": SITE_NAME, "root_page": academy},
    )
    remove_welcome_page()
    return academy


def remove_welcome_page() -> None:
    """Wagtail's own first page is a bare Page that nobody wrote; it goes."""
    for page in Page.objects.filter(depth=2, content_type__app_label="wagtailcore", content_type__model="page"):
        if page.is_leaf():
            page.delete()
