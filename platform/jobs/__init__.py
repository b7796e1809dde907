"""Long work with progress, an end and perhaps a file: started in a transaction, done by the worker, seen in a bar.

    job = jobs.start("people.commit_roster", by=user, for_org=firm, at=now, import_id=7)

    @jobs.work("people.commit_roster")
    def commit(job, progress):
        progress(10, 400)
        return {"rows": 400}
"""

from jobs.registry import Refused, work

__all__ = ["Refused", "work"]
