"""What a job holds of whoever started it: the file it made, which may speak of people."""

from django.utils.translation import gettext_lazy as _

from privacy.inventory import Basis, Erasure, Impersonal, Keep, Personal, declare, declare_json, head

FILE = Keep(_("until the moment the job gives its file; an export 24 hours"), "jobs.Job.file")
TRACE = Keep(_("as long as what it proves counts; it names nobody, only numbers"))


def of_file(label="") -> Personal:
    return Personal(_("to hand over what was asked for"), Basis.CONTRACT, FILE, Erasure.BLANK, label=label)


def of_trace(label) -> Personal:
    return Personal(
        _("to show how far the work has come"),
        Basis.CONTRACT,
        TRACE,
        Erasure.KEEP,
        label=label,
        because=_("it says what was worked on, by number; nobody is named any more"),
    )


declare(
    "jobs.Job",
    "by",
    file=of_file(_("file")),
    file_name=of_file(),
    refusal=of_file(_("why it was not done")),
    kind=of_trace(_("kind of work")),
    state=of_trace(_("state")),
    created_at=of_trace(_("asked on")),
    started_at=of_trace(_("started on")),
    ended_at=of_trace(_("ended on")),
    file_until=Impersonal("when the file goes"),
    for_org_id=Impersonal("the organization acted for, by number"),
    ids=Impersonal("what is worked on, by number"),
    result=Impersonal("counts and codes"),
    starts=Impersonal("how often it was begun"),
    failures=Impersonal("how often it failed"),
)
declare_json("jobs.Job.ids", {"*": Impersonal("a number")})
declare_json("jobs.Job.result", {"*": Impersonal("a count or a code")})

head("jobs.Job", _("Long work you asked for"))
