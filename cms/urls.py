from django.conf import settings
from django.conf.urls.static import static
from django.urls import path, re_path

from cms import views

urlpatterns = [
    # Wagtail writes links to documents by this name
    path("files/<int:document_id>/<path:name>", views.document, name="wagtaildocs_serve"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("editors/", views.editors_entry, name="editors_entry"),
    # people, passwords and sign-in are kept in our own screens, and reports name the authors of other firms:
    # these of Wagtail's stay shut
    path("cms/login/", views.editors_entry),
    path("cms/account/", views.own_account),
    re_path(r"^cms/(groups|password_reset|reports|users)/", views.kept_elsewhere),
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
]
