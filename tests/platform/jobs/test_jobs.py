"""Work is done once, by one worker; what fails says so, what is killed is begun again."""

import datetime
import subprocess
import sys
import threading
import time

import pytest
from django.core.cache import cache
from django.db import connection, connections
from django.utils import timezone

import jobs
from audit.models import AuditEntry
from jobs import actions, registry, tasks
from jobs.enums import JobState
from jobs.models import Job
from jobs.progress import Progress, reached
from tests.factories.ecosystem import make_person

NOW = timezone.now()


@pytest.fixture
def work(monkeypatch):
    """Registers a function as the work of "test.count"."""
    cache.clear()

    def register(function):
        monkeypatch.setitem(registry.WORK, "test.count", function)
        return jobs.start("test.count", by=make_person(), for_org=None, at=NOW, number=7)

    return register


def stand(job: Job) -> tuple[str, dict, str]:
    job.refresh_from_db()
    return job.state, job.result, job.refusal


@pytest.mark.django_db
def test_work_is_given_its_ids_and_leaves_its_result(work):
    job = work(lambda job, progress: {"twice": 2 * job.ids["number"]})
    tasks.run_job(job.pk)
    assert stand(job) == (JobState.DONE, {"twice": 14}, "")
    assert list(AuditEntry.objects.order_by("pk").values_list("verb", flat=True)) == ["jobs.started", "jobs.done"]


@pytest.mark.django_db
def test_a_finished_job_is_not_done_again(work):
    done = []
    job = work(lambda job, progress: done.append(1))
    tasks.run_job(job.pk)
    tasks.run_job(job.pk)
    assert done == [1]


@pytest.mark.django_db
def test_a_refusal_is_told_and_not_tried_again(work):
    def refuse(job, progress):
        raise jobs.Refused("没有这张表。")

    job = work(refuse)
    tasks.run_job(job.pk)
    assert (stand(job), job.starts) == ((JobState.FAILED, {}, "没有这张表。"), 1)


@pytest.mark.django_db
def test_what_raises_is_tried_three_times(work):
    def stumble(job, progress):
        raise KeyError

    job = work(stumble)
    states = []
    for _ in range(3):
        tasks.run_job(job.pk)
        states.append(stand(job)[0])
    assert states == [JobState.QUEUED, JobState.QUEUED, JobState.FAILED]
    assert job.refusal


@pytest.mark.django_db
def test_a_job_that_kills_every_worker_ends(work):
    job = work(lambda job, progress: None)
    Job.objects.update(starts=actions.MOST_STARTS, state=JobState.RUNNING)
    tasks.run_job(job.pk)
    assert stand(job)[0] == JobState.FAILED


@pytest.mark.django_db
def test_a_waiting_job_stops_at_once_and_a_running_one_at_its_next_word(work):
    job = work(lambda job, progress: progress(10, 10))
    actions.stop(job=job, by=job.by, at=NOW)
    assert stand(job)[0] == JobState.STOPPED
    other = jobs.start("test.count", by=job.by, for_org=None, at=NOW)
    Job.objects.filter(pk=other.pk).update(state=JobState.RUNNING)
    actions.stop(job=other, by=job.by, at=NOW)
    tasks.run_job(other.pk)
    assert stand(other)[0] == JobState.STOPPED


@pytest.mark.django_db
def test_progress_is_seen_and_reckons_what_is_left(work):
    job = work(lambda job, progress: None)
    progress = Progress(job.pk)
    progress.began -= 10
    progress.told -= 10
    progress(250, 1000)
    seen = reached(job.pk)
    assert (seen.done, seen.total, seen.seconds_left) == (250, 1000, 30)


@pytest.mark.django_db(transaction=True)
def test_one_worker_at_a_time(work):
    begun, go_on, done = threading.Event(), threading.Event(), []

    def wait(job, progress):
        begun.set()
        go_on.wait(10)
        done.append(1)

    job = work(wait)

    def run():
        tasks.run_job(job.pk)
        connections.close_all()

    first = threading.Thread(target=run)
    first.start()
    begun.wait(10)
    tasks.run_job(job.pk)
    assert (done, tasks.sweep_jobs()) == ([], 0)
    go_on.set()
    first.join()
    assert (done, stand(job)[0]) == ([1], JobState.DONE)


KILLED = """
import time, django
django.setup()
from django.db import connection
from jobs import registry, tasks
def hang(job, progress):
    print("begun", flush=True)
    time.sleep(60)
connection.settings_dict["NAME"] = "{database}"
registry.WORK["test.count"] = hang
tasks.run_job({job})
"""


@pytest.mark.django_db(transaction=True)
def test_a_killed_workers_job_is_found_by_the_sweep_and_done(work, monkeypatch):
    job = work(lambda job, progress: {"done": 1})
    script = KILLED.format(database=connection.settings_dict["NAME"], job=job.pk)
    worker = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert worker.stdout.readline() == "begun\n"
    nudged = []
    monkeypatch.setattr(tasks, "run_soon", nudged.append)
    assert (tasks.sweep_jobs(), nudged) == (0, [])
    worker.kill()
    worker.wait()
    deadline = time.monotonic() + 10
    while not tasks.sweep_jobs() and time.monotonic() < deadline:
        time.sleep(0.1)
    assert nudged == [job.pk]
    tasks.run_job(job.pk)
    assert (stand(job), job.starts) == ((JobState.DONE, {"done": 1}, ""), 2)


@pytest.mark.django_db
def test_an_attached_file_ends(work):
    job = work(lambda job, progress: None)
    actions.attach(job, "名册.xlsx", b"PK", keep=datetime.timedelta(hours=24), at=NOW)
    job.refresh_from_db()
    assert (job.file.read(), job.file_name, job.file_until) == (b"PK", "名册.xlsx", NOW + datetime.timedelta(days=1))
