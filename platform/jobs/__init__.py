"""Long work with progress, an end and perhaps a file: started in a transaction, done by the worker, seen in a bar.

job = jobs.start("people.commit_roster", by=user, for_org=firm, at=now, import_id=7)

@jobs.work("people.commit_roster")
def commit(job, progress):
    progress(10, 400)
    return {"rows": 400}
"""

from jobs.registry import Refused, Stopped, work

__all__ = ["Refused", "Stopped", "attach", "start", "stop", "work"]


def __getattr__(name: str):
    """The verbs of `jobs.actions`, which need the models and so cannot be imported before Django is ready."""
    if name in {"attach", "start", "stop"}:
        from jobs import actions

        return getattr(actions, name)
    raise AttributeError(name)
