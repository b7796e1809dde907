import uuid

from django.db import migrations, models

NO_CIRCLE = """
CREATE OR REPLACE FUNCTION department_stands_in_its_tree() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.parent_id IS NULL THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' THEN  -- two who move at once could close a circle that neither of them sees
        PERFORM 1 FROM ecosystem_organization WHERE id = NEW.organization_id FOR NO KEY UPDATE;
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM ecosystem_department WHERE id = NEW.parent_id AND organization_id = NEW.organization_id
    ) THEN
        RAISE EXCEPTION 'a department stands under one of its own organization' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.id = NEW.parent_id OR EXISTS (
        WITH RECURSIVE above(id) AS (
            SELECT NEW.parent_id
            UNION
            SELECT held.parent_id FROM ecosystem_department held JOIN above ON held.id = above.id
            WHERE held.parent_id IS NOT NULL
        )
        SELECT 1 FROM above WHERE id = NEW.id
    ) THEN
        RAISE EXCEPTION 'a department cannot stand under itself' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER department_in_its_tree BEFORE INSERT OR UPDATE OF parent_id, organization_id ON ecosystem_department
FOR EACH ROW EXECUTE FUNCTION department_stands_in_its_tree();
"""
GONE = """
DROP TRIGGER department_in_its_tree ON ecosystem_department;
DROP FUNCTION department_stands_in_its_tree();
"""


class Migration(migrations.Migration):
    dependencies = [("ecosystem", "0003_joiners_answer")]

    operations = [
        migrations.AddField("employment", "public_id", models.UUIDField(default=uuid.uuid4, editable=False, null=True)),
        migrations.RunSQL(
            "UPDATE ecosystem_employment SET public_id = gen_random_uuid()", reverse_sql=migrations.RunSQL.noop
        ),
        migrations.AlterField(
            "employment", "public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
        ),
        migrations.RemoveConstraint("employment", "employment_period"),
        migrations.AddConstraint(
            "employment",
            models.CheckConstraint(
                condition=models.Q(to_on=None) | models.Q(to_on__gte=models.F("from_on")), name="employment_period"
            ),
        ),
        migrations.RemoveConstraint("role", "role_period"),
        migrations.AddConstraint(
            "role",
            models.CheckConstraint(
                condition=models.Q(to_on=None) | models.Q(to_on__gte=models.F("from_on")), name="role_period"
            ),
        ),
        migrations.RunSQL(NO_CIRCLE, GONE),
    ]
