import pytest
from django.template.loader import render_to_string
from wagtail.blocks import StructBlockValidationError

from cms.blocks.checkpoint import CheckpointBlock
from cms.blocks.image import ImageBlock
from cms.blocks.video import VideoBlock
from tests.factories.cms import checkpoint, make_course, make_document, make_image, make_lesson

pytestmark = pytest.mark.django_db


def question(rights: list[bool]):
    options = [{"text": f"答案{place}", "is_right": right, "feedback": ""} for place, right in enumerate(rights)]
    return CheckpointBlock().to_python({"question": "先做什么？", "options": options})


@pytest.mark.parametrize("rights", [[False, False], [True, True], [True], [True] + [False] * 6])
def test_a_checkpoint_has_two_to_six_answers_and_one_right(rights):
    with pytest.raises(StructBlockValidationError):
        CheckpointBlock().clean(question(rights))


def test_a_whole_checkpoint_passes():
    assert CheckpointBlock().clean(question([False, True, False]))["question"] == "先做什么？"


def test_a_picture_needs_words():
    with pytest.raises(StructBlockValidationError) as refusal:
        ImageBlock().clean(ImageBlock().to_python({"image": make_image().pk, "alt": "", "caption": ""}))
    assert set(refusal.value.block_errors) == {"alt"}


@pytest.mark.parametrize(("name", "content"), [("讲义.pdf", b"%PDF-1.4"), ("讲义.txt", b"words")])
def test_only_mp4_and_webm_are_videos(name, content):
    document = make_document(name=name, content=content)
    with pytest.raises(StructBlockValidationError) as refusal:
        VideoBlock().clean(
            VideoBlock().to_python({"video": document.pk, "title": "机房", "transcript": "这里是机房。"})
        )
    assert set(refusal.value.block_errors) == {"video"}


def rendered(lesson, **context) -> str:
    return render_to_string("cms/parts/lesson.html", {"lesson": lesson, "title": lesson.title, **context})


def test_without_an_address_a_checkpoint_is_read_only():
    lesson = make_lesson(make_course(lessons=0), body=[checkpoint()])
    html = rendered(lesson)
    assert ("<fieldset disabled>" in html, "<form" in html) == (True, False)


def test_with_an_address_a_checkpoint_is_a_form_that_says_what_was_answered():
    lesson = make_lesson(make_course(lessons=0), body=[checkpoint()])
    (block_id,) = lesson.checkpoints
    answers = {block_id: {"option": 1, "right": False, "feedback": "再看一遍评测集。"}}
    html = rendered(lesson, checkpoint_action="/learn/here/", answers=answers)
    assert 'action="/learn/here/"' in html
    assert f'name="block" value="{block_id}"' in html
    assert 'value="1" required checked' in html
    assert "再看一遍评测集。" in html


def test_every_block_draws_without_script_or_style():
    video = make_document(name="机房.mp4", content=b"\x00\x00\x00\x18ftypmp42")
    lesson = make_lesson(
        make_course(lessons=0),
        body=[
            ("text", "<p>读一读</p>"),
            ("image", {"image": make_image(), "alt": "一排机柜", "caption": "3 号机房"}),
            (
                "video",
                {"video": video, "title": "走进机房", "poster": None, "captions": None, "transcript": "这里是机房。"},
            ),
            checkpoint(),
        ],
    )
    html = rendered(lesson)
    assert ("<script" in html, "style=" in html, "onclick" in html) == (False, False, False)
    assert 'alt="一排机柜"' in html
    assert f'src="/files/{video.pk}/' in html
