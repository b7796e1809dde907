from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    name = "talent_pool.people"
    label = "people"
    verbose_name = _("Rosters and skills")
