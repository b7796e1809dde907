from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "talent_pool.people"
    label = "people"
