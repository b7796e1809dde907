from django.db import migrations

from competency.skill_list import load_skills


def load(apps, schema_editor):
    load_skills(apps.get_model("competency", "Skill"), apps.get_model("competency", "SkillAlias"))


class Migration(migrations.Migration):
    dependencies = [("competency", "0001_initial")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
