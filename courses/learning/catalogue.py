"""The catalogue: words and filters in, courses, counts per value and ways out of an empty page back."""

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.db.models import F, Min, Q, QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from cms import queries as cms
from cms.enums import CourseKind
from cms.models import CoursePage
from cms.templatetags.academy import local_name
from competency.enums import Category
from courses.learning.enums import RunState
from courses.learning.queries import enrolling_course_ids
from ecosystem.models import Chain
from web.dates import local

FILTERS = ("chain", "category", "kind", "state")
ENROLLING = "open"
SOON, SHORT = "soon", "short"


@dataclass(frozen=True)
class Criteria:
    """What somebody asks of the catalogue; the address of the page says the same. Empty means: any."""

    q: str = ""
    chain: str = ""
    category: str = ""
    kind: str = ""
    state: str = ""
    sort: str = ""

    @property
    def active(self) -> list[str]:
        return [name for name in ("q", *FILTERS) if getattr(self, name)]

    @property
    def chosen(self) -> list[tuple[str, str]]:
        """`(name, value)` of each filter, and the order, that is set."""
        return [(name, getattr(self, name)) for name in (*FILTERS, "sort") if getattr(self, name)]

    @property
    def query(self) -> str:
        """The address's query that asks for this, from the first page on."""
        asked = {name: getattr(self, name) for name in ("q", *FILTERS, "sort")}
        return "?" + urlencode({name: value for name, value in asked.items() if value})

    def without(self, *names: str) -> "Criteria":
        return replace(self, **dict.fromkeys(names, ""))


@dataclass(frozen=True)
class Option:
    value: str
    label: str
    count: int
    is_chosen: bool
    query: str
    hue: str = ""


@dataclass(frozen=True)
class Facet:
    name: str
    label: str
    options: list[Option]


@dataclass(frozen=True)
class WayOut:
    """What would show `count` courses: a filter left out, or, with `alone`, nothing asked but this."""

    label: str
    count: int
    query: str
    alone: bool = False


@dataclass(frozen=True)
class Row:
    pk: int
    chain: str
    category: str
    kind: str
    state: str

    def misses(self, criteria: Criteria) -> list[str]:
        """The filters that this course does not meet."""
        return [name for name in FILTERS if getattr(criteria, name) and getattr(criteria, name) != getattr(self, name)]


@dataclass
class Catalogue:
    """Courses for some criteria at a moment. Each attribute is worked out when asked for, and once."""

    criteria: Criteria
    at: datetime.datetime
    chains: list[Chain] = field(default_factory=lambda: list(Chain.objects.all()))

    @cached_property
    def enrolling(self) -> set[int]:
        return enrolling_course_ids(self.at)

    @cached_property
    def rows(self) -> list[Row]:
        """Every course that meets the words, whatever the filters say."""
        return self.rows_for(self.criteria.q)

    def rows_for(self, words: str) -> list[Row]:
        found = cms.filtered(words).order_by()
        return [
            Row(pk, chain, category, kind, ENROLLING if pk in self.enrolling else "")
            for pk, chain, category, kind in found.values_list("pk", "chain__code", "category", "kind")
        ]

    @property
    def total(self) -> int:
        return sum(not row.misses(self.criteria) for row in self.rows)

    @property
    def courses(self) -> QuerySet[CoursePage]:
        """The courses in the order asked for; best match, then the academy's own order, unless another is chosen."""
        asked = self.criteria
        courses = cms.find_courses(asked.q, chain=asked.chain, category=asked.category, kind=asked.kind)
        if asked.state == ENROLLING:
            courses = courses.filter(pk__in=self.enrolling)
        if asked.sort == SOON:
            return courses.annotate(next_on=self.next_first_day()).order_by(F("next_on").asc(nulls_last=True), "path")
        if asked.sort == SHORT:
            return courses.order_by("study_hours", "path")
        return courses

    def next_first_day(self) -> Min:
        """The first day of the next run that has not begun."""
        return Min("runs__starts_on", filter=Q(runs__state=RunState.OPEN, runs__starts_on__gte=local(self.at).date()))

    @property
    def facets(self) -> list[Facet]:
        """Each filter with its values and how many courses each would show, the other filters staying as they are."""
        return [self.facet(name, label) for name, label in self.labels.items()]

    def facet(self, name: str, label: str) -> Facet:
        chosen = getattr(self.criteria, name)
        fitting = (row for row in self.rows if row.misses(self.criteria) in ([], [name]))
        counts = Counter(getattr(row, name) for row in fitting)
        options = [
            Option(value, words, counts[value], value == chosen, self.toggled(name, value), hue)
            for value, words, hue in self.values_of(name)
            if counts[value] or value == chosen
        ]
        return Facet(name, label, options)

    def toggled(self, name: str, value: str) -> str:
        """The address that chooses a value, or lets go of it when it is chosen already."""
        chosen = getattr(self.criteria, name)
        return replace(self.criteria, **{name: "" if value == chosen else value}).query

    @property
    def unfiltered(self) -> Option:
        """The words alone, without any filter."""
        bare = self.criteria.without(*FILTERS)
        return Option("", _("All"), len(self.rows), bare == self.criteria, bare.query)

    @property
    def labels(self) -> dict[str, str]:
        return {"chain": _("Chain"), "category": _("Category"), "kind": _("Kind"), "state": _("Enrollment")}

    def values_of(self, name: str) -> Iterable[tuple[str, str, str]]:
        """`(value, words, hue)` of a filter, in order."""
        if name == "chain":
            return [(chain.code, local_name(chain), chain.slot) for chain in self.chains]
        if name == "state":
            return [(ENROLLING, _("Open for enrollment"), "")]
        choices = Category if name == "category" else CourseKind
        return [(value, str(words), "") for value, words in choices.choices]

    @property
    def ways_out(self) -> list[WayOut]:
        """When nothing matches: what to leave out, or else what to keep alone, and how many courses that gives."""
        asked = self.criteria
        without = [self.way_out(name, asked.without(name)) for name in asked.active]
        if not any(way.count for way in without):
            others = {name: [other for other in asked.active if other != name] for name in asked.active}
            without = [self.way_out(name, asked.without(*others[name]), alone=True) for name in asked.active]
        return sorted((way for way in without if way.count), key=lambda way: -way.count)

    def way_out(self, name: str, criteria: Criteria, *, alone: bool = False) -> WayOut:
        rows = self.rows if criteria.q == self.criteria.q else self.rows_for(criteria.q)
        return WayOut(self.words_for(name), sum(not row.misses(criteria) for row in rows), criteria.query, alone)

    @property
    def orders(self) -> list[dict[str, object]]:
        """The orders to choose from, as web/parts/seg.html takes them."""
        words = {"": _("Best match"), SOON: _("Begins soonest"), SHORT: _("Shortest first")}
        return [
            {"label": label, "url": replace(self.criteria, sort=sort).query, "current": sort == self.criteria.sort}
            for sort, label in words.items()
        ]

    def words_for(self, name: str) -> str:
        """How the chosen value of a filter is called."""
        chosen = getattr(self.criteria, name)
        if name == "q":
            return chosen
        return next((words for value, words, _hue in self.values_of(name) if value == chosen), chosen)
