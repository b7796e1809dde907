"""What the academy's templates ask for: {% load academy %}. Thin doors to queries and hooks."""

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms import hooks, queries
from cms.models.editorial import reads_english
from ecosystem.models import Chain

register = template.Library()

ON_THE_HOME = 8


@register.filter
def local_name(thing) -> str:
    """The name of a chain, an organization or a skill in the reader's language, the short one where there is one."""
    if reads_english() and thing.name_en:
        return thing.name_en
    return getattr(thing, "short_name", "") or thing.name


@register.filter
def owners_in_short(course) -> str:
    """The leading owner, and how many there are with it: 钱湾智控等 4 家."""
    owners = list(course.owners.all())
    if not owners:
        return ""
    leading = local_name(next((owner for owner in owners if owner.is_leading), owners[0]).organization)
    if len(owners) == 1:
        return leading
    return _("%(leading)s · %(count)s firms") % {"leading": leading, "count": len(owners)}


@register.simple_tag(takes_context=True)
def home_courses(context) -> dict:
    """The courses under the chain that the address asks for, with their facts, and the chains to choose from."""
    request = context["request"]
    chosen = request.GET.get("chain", "")
    counts = queries.courses_by_chain()
    courses = list(queries.find_courses(chain=chosen)[:ON_THE_HOME])
    firms = queries.teaching_firms()
    chains = [
        {"chain": chain, "count": counts[chain.code], "firms": firms[chain.pk], "current": chain.code == chosen}
        for chain in Chain.objects.all()
    ]
    return {
        "cards": cards(courses, request.user),
        "chains": chains,
        "chosen": chosen,
        "everything": counts.total(),
        "total": counts[chosen] if chosen else counts.total(),
    }


def cards(courses, viewer) -> list[tuple]:
    """`(course, facts)` for a list of courses: what cms/parts/course_card.html is given."""
    facts = hooks.course_facts(courses, viewer)
    return [(course, facts[course.pk]) for course in courses]


@register.simple_tag(takes_context=True)
def course_view(context, course) -> dict:
    """A course page's company: its lessons with where the viewer stands in each, its owners and skills, the panels."""
    request = context["request"]
    whole = queries.with_company(type(course).objects.filter(pk=course.pk)).first() or course
    facts = hooks.course_facts([course], request.user)[course.pk]
    steps = facts.get("steps", {})
    lessons = [(lesson, steps.get(lesson.pk, {})) for lesson in queries.outline(course)]
    return {
        "lessons": lessons,
        "minutes": sum(lesson.minutes for lesson, _step in lessons),
        "owners": whole.owners.all(),
        "skills": whole.skills.all(),
        "panels": hooks.course_panels(course, request),
    }


@register.simple_tag(takes_context=True)
def home_panels(context) -> list[str]:
    """What upper rooms show a signed-in person above the courses; nothing to a visitor."""
    request = context["request"]
    return hooks.academy_home(request) if request.user.is_authenticated else []


@register.filter
def owners_together(owners) -> str:
    """How many firms teach together, said only when there are several: 四家共办."""
    count = len(owners)
    return ngettext("%(count)s firm", "%(count)s firms together", count) % {"count": count} if count > 1 else ""


@register.simple_tag
def answer_of(answers, block_id) -> dict | None:
    """What the learner answered at this checkpoint: option, right, feedback; None before the first answer."""
    return (answers or {}).get(str(block_id))
