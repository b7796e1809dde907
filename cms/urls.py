from django.conf import settings
from django.conf.urls.static import static
from django.urls import path

from cms import views

urlpatterns = [
    # Wagtail writes links to documents by this name
    path("files/<int:document_id>/<path:name>", views.document, name="wagtaildocs_serve"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
]
