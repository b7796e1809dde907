import pytest

from web.icons import UnknownIcon, icon


def test_icon_is_silent_without_a_label():
    drawn = icon("check")
    assert drawn.startswith('<svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path d="M20 6 9 17l-5-5"/></svg>')
    assert "style" not in drawn


def test_icon_with_a_label_is_a_picture_with_a_name():
    assert 'class="i in" viewBox="0 0 24 24" role="img" aria-label="&lt;Locked&gt;"' in icon("lock", "in", "<Locked>")


def test_an_unknown_icon_says_which():
    with pytest.raises(UnknownIcon, match="no-such-icon"):
        icon("no-such-icon")
