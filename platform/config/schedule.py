"""Everything that happens by the clock, in one list."""

from celery.schedules import crontab

SCHEDULE = {
    "outbox-sweep": {"task": "audit.tasks.sweep_outbox", "schedule": 15.0},
    "jobs-sweep": {"task": "jobs.tasks.sweep_jobs", "schedule": 10.0},
    "texts-sweep": {"task": "messaging.tasks.sweep_texts", "schedule": 30.0},
    "publish-scheduled-pages": {"task": "cms.tasks.publish_scheduled", "schedule": 60.0},
    "sync-editors": {"task": "cms.tasks.sync_editors", "schedule": crontab(hour=0, minute=10)},
    "write-course-search": {"task": "cms.tasks.write_search_rows", "schedule": crontab(hour=3, minute=40)},
    "delete-what-is-due": {"task": "privacy.tasks.delete_what_is_due", "schedule": crontab(hour=2, minute=30)},
    "clear-expired-sessions": {"task": "accounts.tasks.clear_expired_sessions", "schedule": crontab(hour=3, minute=20)},
}
