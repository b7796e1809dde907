import pytest
from hypothesis import given
from hypothesis import strategies as st

from sheets.text_files import encoding_of, read_rows


def decode(content: bytes) -> str:
    return content.decode(encoding_of(content))


TEXT = "姓名,部门\r\n李喆㛃,研发部\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_text_is_read_in_the_encodings_of_excel_and_wps(encoding):
    assert list(read_rows(TEXT.encode(encoding))) == [(1, ["姓名", "部门"]), (2, ["李喆㛃", "研发部"])]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_the_dividing_sign_is_found(sign):
    assert list(read_rows(f"姓名{sign}技能{sign}电话\n沈知远{sign}Python、C{sign}1".encode())) == [
        (1, ["姓名", "技能", "电话"]),
        (2, ["沈知远", "Python、C", "1"]),
    ]


def test_quoted_commas_and_line_ends_stay_in_their_cell():
    content = b'a,"b, ""c"""\n"d\ne",=HYPERLINK(1)\n'
    assert list(read_rows(content)) == [(1, ["a", 'b, "c"']), (2, ["d\ne", "=HYPERLINK(1)"])]


def test_an_empty_line_keeps_its_number():
    assert list(read_rows(b"a\n\nb")) == [(1, ["a"]), (2, []), (3, ["b"])]


WRITTEN = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1).map(lambda text: f"姓名,{text}")


@given(WRITTEN)
def test_utf_8_is_never_taken_for_something_else(text):
    assert decode(text.encode()) == text


@given(st.text(alphabet="沈知远李喆单立新部门研发，、0123456789,", min_size=1).map(lambda text: f"姓名,{text}"))
def test_chinese_in_gb18030_is_never_taken_for_something_else(text):
    assert decode(text.encode("gb18030")) == text
