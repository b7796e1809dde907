"""What the database itself refuses: changing a ledger, taking progress back, deleting a certificate."""

from audit.append_only import AppendOnly
from django.db import migrations

FORWARD_ONLY = """
CREATE FUNCTION learning_progress_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'progress only moves forward' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER learning_progress_kept BEFORE DELETE ON learning_itemprogress
    FOR EACH ROW EXECUTE FUNCTION learning_progress_forward();
CREATE TRIGGER learning_progress_not_back BEFORE UPDATE ON learning_itemprogress
    FOR EACH ROW WHEN (OLD.completed_at IS NOT NULL AND NEW.completed_at IS DISTINCT FROM OLD.completed_at)
    EXECUTE FUNCTION learning_progress_forward();
"""
FORWARD_ONLY_UNDONE = """
DROP TRIGGER learning_progress_not_back ON learning_itemprogress;
DROP TRIGGER learning_progress_kept ON learning_itemprogress;
DROP FUNCTION learning_progress_forward();
"""
KEPT = """
CREATE FUNCTION learning_certificate_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a certificate is revoked, never deleted' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER learning_certificate_kept BEFORE DELETE ON learning_certificate
    FOR EACH ROW EXECUTE FUNCTION learning_certificate_kept();
"""
KEPT_UNDONE = """
DROP TRIGGER learning_certificate_kept ON learning_certificate;
DROP FUNCTION learning_certificate_kept();
"""


class Migration(migrations.Migration):
    dependencies = [("learning", "0001_initial"), ("audit", "0001_initial")]

    operations = [
        AppendOnly("learning_enrollmentevent"),
        AppendOnly("learning_learningevent"),
        AppendOnly("learning_studyhoursentry"),
        migrations.RunSQL(FORWARD_ONLY, FORWARD_ONLY_UNDONE),
        migrations.RunSQL(KEPT, KEPT_UNDONE),
    ]
