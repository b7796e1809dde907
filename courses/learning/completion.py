"""What is done, what comes next, what is missing: a pure function over a pinned outline and the states of its items."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from cms.models.editorial import reads_english
from courses.learning.enums import ItemState
from courses.learning.models import ItemProgress, RunItem


@dataclass(frozen=True)
class Step:
    """An item of the outline as one learner sees it."""

    item: RunItem
    state: ItemState
    progress: ItemProgress | None

    @property
    def is_done(self) -> bool:
        return self.state == ItemState.DONE

    @property
    def is_locked(self) -> bool:
        return self.state == ItemState.LOCKED

    @property
    def answers(self) -> dict[str, Any]:
        return self.progress.answers if self.progress else {}

    @property
    def unanswered(self) -> list[str]:
        """Checkpoints that wait for a right answer, in the order of the lesson."""
        return [point for point in self.item.checkpoints if not self.answers.get(point, {}).get("right")]

    @property
    def title(self) -> str:
        return (reads_english() and self.item.title_en) or self.item.title

    @property
    def hint(self) -> str:
        """A few words under the title in an outline; empty when there is nothing to say."""
        if self.is_locked:
            return _("Opens after lesson %(number)s") % {"number": self.item.position - 1}
        if not self.is_done and self.progress and self.unanswered:
            return _("Checkpoint waits for the right answer")
        return ""

    @property
    def missing(self) -> str:
        """What is missing here, in a sentence; empty when nothing is."""
        if self.is_done:
            return ""
        words = {"number": self.item.position, "title": self.title, "count": len(self.unanswered)}
        if self.progress is None:
            return _("Lesson %(number)s, %(title)s: not opened yet") % words
        if self.unanswered:
            return _("Lesson %(number)s, %(title)s: checkpoint not answered correctly yet") % words
        return _("Lesson %(number)s, %(title)s: not marked as learned yet") % words


@dataclass(frozen=True)
class Outline:
    """The whole outline for one learner."""

    steps: tuple[Step, ...]

    @property
    def total(self) -> int:
        return len(self.steps)

    @cached_property
    def done(self) -> int:
        return sum(step.is_done for step in self.steps)

    @property
    def percent(self) -> int:
        """Whole percent, 100 only when everything is done."""
        return 100 * self.done // self.total if self.total else 0

    @property
    def is_begun(self) -> bool:
        return any(step.progress for step in self.steps)

    @property
    def is_complete(self) -> bool:
        return bool(self.steps) and self.done == self.total

    @cached_property
    def here(self) -> Step | None:
        """Where the learner goes on: the first item that is not done."""
        return next((step for step in self.steps if not step.is_done), None)

    @property
    def missing(self) -> list[str]:
        return [step.missing for step in self.steps if not step.is_done]

    @property
    def minutes(self) -> int:
        return sum(step.item.minutes for step in self.steps)

    def at(self, position: int) -> Step | None:
        """The step at a position, counted from 1."""
        return next((step for step in self.steps if step.item.position == position), None)

    def after(self, step: Step) -> Step | None:
        return self.at(step.item.position + 1)

    def before(self, step: Step) -> Step | None:
        return self.at(step.item.position - 1)


def outline_of(items: Sequence[RunItem], progress: Mapping[int, ItemProgress]) -> Outline:
    """The outline for a learner whose progress is `{item id: progress}`; the first unfinished item comes next."""
    steps: list[Step] = []
    reached = False
    for item in items:
        held = progress.get(item.pk)
        steps.append(Step(item, state_of(held, reached), held))
        reached = reached or not steps[-1].is_done
    return Outline(tuple(steps))


def state_of(progress: ItemProgress | None, reached: bool) -> ItemState:
    """`reached` says that an item before this one is unfinished. What was learned stays learned wherever it stands."""
    if progress and progress.completed_at:
        return ItemState.DONE
    return ItemState.LOCKED if reached else ItemState.HERE
