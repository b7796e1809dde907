"""Ask the worker to look at a job. A broker that does not answer is left to the sweep."""

import structlog
from celery import current_app
from kombu.exceptions import OperationalError

log = structlog.get_logger("jobs")


def run_soon(job_id: int) -> None:
    try:
        current_app.send_task("jobs.tasks.run_job", [job_id])
    except OperationalError:
        log.warning("broker_unreachable", job_id=job_id)
