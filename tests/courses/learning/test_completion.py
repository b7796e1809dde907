"""What is done, what comes next, what is missing: without a database."""

from courses.learning.completion import outline_of
from courses.learning.enums import ItemState
from courses.learning.models import ItemProgress, RunItem
from tests.factories.learning import NOW


def items(count: int) -> list[RunItem]:
    return [RunItem(pk=number, position=number, title=f"第{number}课", minutes=10) for number in range(1, count + 1)]


def done(**facts) -> ItemProgress:
    return ItemProgress(opened_at=NOW, completed_at=NOW, **facts)


def opened(**facts) -> ItemProgress:
    return ItemProgress(opened_at=NOW, **facts)


def test_nothing_done_yet():
    outline = outline_of(items(3), {})
    assert [step.state for step in outline.steps] == [ItemState.HERE, ItemState.LOCKED, ItemState.LOCKED]
    assert (outline.percent, outline.here.item.position, outline.is_begun) == (0, 1, False)


def test_some_done():
    outline = outline_of(items(3), {1: done()})
    assert [step.state for step in outline.steps] == [ItemState.DONE, ItemState.HERE, ItemState.LOCKED]
    assert (outline.percent, outline.here.item.position) == (33, 2)


def test_what_was_learned_out_of_order_stays_learned():
    outline = outline_of(items(3), {3: done()})
    assert [step.state for step in outline.steps] == [ItemState.HERE, ItemState.LOCKED, ItemState.DONE]


def test_all_done():
    outline = outline_of(items(2), {1: done(), 2: done()})
    assert (outline.percent, outline.is_complete, outline.here, outline.missing) == (100, True, None, [])


def test_an_empty_outline_is_never_complete():
    assert (outline_of([], {}).is_complete, outline_of([], {}).percent) == (False, 0)


def test_what_is_missing_is_said_in_sentences():
    outline = items(3)
    outline[1].checkpoints = ["a", "b"]
    answered = opened(answers={"a": {"option": 0, "right": True}, "b": {"option": 1, "right": False}})
    assert outline_of(outline, {1: opened(), 2: answered}).missing == [
        "Lesson 1, 第1课: not marked as learned yet",
        "Lesson 2, 第2课: checkpoint not answered correctly yet",
        "Lesson 3, 第3课: not opened yet",
    ]


def test_neighbours_of_a_step():
    outline = outline_of(items(2), {})
    first, last = outline.steps
    assert (outline.before(first), outline.after(first), outline.after(last)) == (None, last, None)


def test_english_readers_get_the_english_title():
    item = RunItem(pk=1, position=1, title="第1课", title_en="Lesson one")
    assert outline_of([item], {}).here.title == "Lesson one"
