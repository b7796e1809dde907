"""What a spreadsheet program would compute stays text."""

import pytest

from words.cells import as_text


@pytest.mark.parametrize("text", ["=1+1", "+86", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\x00=1"])
def test_what_would_be_computed_is_shown(text):
    assert as_text(text) == "'" + text.replace("\x00", "")


@pytest.mark.parametrize("text", ["链才", "a=1", "", "1-2", "'=1"])
def test_other_words_stay_as_they_are(text):
    assert as_text(text) == text
