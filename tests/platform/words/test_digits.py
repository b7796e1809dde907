from hypothesis import given
from hypothesis import strategies as st

from words.digits import half_width, plain


def test_full_width_becomes_half_width():
    assert half_width("１３８　ＡＢｃ（甲）") == "138 ABc(甲)"


def test_what_cannot_be_seen_is_gone():
    assert plain("\ufeff 张\u200b三\x00\u202e \t 李四\n") == "张三 李四"


@given(st.text())
def test_plain_text_stays_as_it_is(text):
    once = plain(text)
    assert plain(once) == once
