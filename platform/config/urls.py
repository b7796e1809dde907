"""Every address of the site; Wagtail's pages come last."""

from django.apps import apps
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from web.views import language

urlpatterns = [
    path("i18n/setlang/", language, name="set_language"),
    path("", include("web.urls")),
    path("accounts/", include("accounts.urls")),
    path("accounts/", include("allauth.urls")),
    path("", include("cms.urls")),
    path("cms/", include(wagtailadmin_urls)),
    path("", include("overview.urls")),
    path("", include("jobs.urls")),
    path("", include("messaging.urls")),
    path("", include("ecosystem.urls")),
    path("", include("courses.learning.urls")),
    path("", include("privacy.urls")),
    path("desk/rosters/", include("talent_pool.people.urls")),
]

if apps.is_installed("demo"):
    urlpatterns += [path("gallery/", include("web.gallery_urls"))]

urlpatterns += [path("", include(wagtail_urls))]
