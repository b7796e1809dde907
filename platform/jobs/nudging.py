"""Ask the worker to look at a job; by its task's name, since what the task does stands above `actions`."""

from celery import current_app

from audit.nudging import nudge


def run_soon(job_id: int) -> None:
    nudge(current_app.send_task, "jobs.tasks.run_job", [job_id])
