"""A migration operation that makes a table append-only: a trigger refuses UPDATE and DELETE.

operations = [AppendOnly("learning_studyhoursentry")]
"""

from django.db.migrations.operations import RunSQL

REFUSE = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'table % is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
"""


class AppendOnly(RunSQL):
    """Guard one table; changing or deleting a row then raises django.db.IntegrityError."""

    def __init__(self, table: str):
        super().__init__(
            sql=f"{REFUSE} CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION refuse_change();",
            reverse_sql=f"DROP TRIGGER {table}_append_only ON {table};",
        )
        self.table = table

    def deconstruct(self):
        return self.__class__.__name__, [self.table], {}
