import pytest
from hypothesis import given
from hypothesis import strategies as st

from words.names import name_tokens, normalize_name, order_key, readings, split_name
from words.surnames import COMPOUND_SURNAMES, SURNAMES

WRITTEN = {
    " 张 三 ": "张三",
    "张\u3000三": "张三",
    "阿依古丽•买买提": "阿依古丽·买买提",
    "阿依古丽 . 买买提": "阿依古丽·买买提",
    "阿依古丽‧买买提": "阿依古丽·买买提",
    "阿依古丽・买买提": "阿依古丽·买买提",
    "李喆㛃": "李喆㛃",
    "Ｊohn   Smith": "John Smith",
    "J. Smith": "J. Smith",
    "沈\u200b知远": "沈知远",
    "·": "",
}


@pytest.mark.parametrize(("written", "name"), WRITTEN.items())
def test_a_name_is_written_one_way(written, name):
    assert normalize_name(written) == name


@given(st.text())
def test_normalizing_is_done_once(text):
    once = normalize_name(text)
    assert normalize_name(once) == once


# Labelled by hand: what people type who know the family.
FAMILIES = {
    "单": "shan", "曾": "zeng", "解": "xie", "仇": "qiu", "区": "ou", "查": "zha", "缪": "miao", "朴": "piao",
    "任": "ren", "华": "hua", "纪": "ji", "葛": "ge", "燕": "yan", "应": "ying", "尹": "yin", "员": "yun",
    "种": "chong", "乜": "nie", "句": "gou", "召": "shao", "折": "she", "祭": "zhai", "繁": "po", "秘": "bi",
    "冼": "xian", "洗": "xian", "逄": "pang", "晁": "chao", "哈": "ha", "眭": "sui", "钭": "tou", "缑": "gou",
    "幺": "yao", "都": "du", "卜": "bu", "翟": "zhai di", "盖": "ge gai", "乐": "yue le", "谌": "chen shen",
    "隗": "wei kui", "覃": "qin tan", "郗": "xi chi", "宓": "mi fu", "牟": "mou mu", "黑": "he hei",
    "吕": "lv lu lyu",
}  # fmt: skip


@pytest.mark.parametrize(("family", "spoken"), FAMILIES.items())
def test_a_family_is_read_as_it_reads_itself(family, spoken):
    assert readings(f"{family}思远") == [f"{reading} si yuan" for reading in spoken.split()]


COMPOUNDS = {"尉迟": "yu chi", "万俟": "mo qi", "长孙": "zhang sun", "澹台": "tan tai", "令狐": "ling hu"}
COMPOUNDS |= {"皇甫": "huang fu", "欧阳": "ou yang", "司马": "si ma", "诸葛": "zhu ge", "贺兰": "he lan"}


@pytest.mark.parametrize(("family", "spoken"), COMPOUNDS.items())
def test_a_family_of_two_characters_is_one_family(family, spoken):
    assert (split_name(f"{family}雪"), readings(f"{family}雪")) == ((family, "雪"), [f"{spoken} xue"])


def test_the_table_has_a_syllable_for_every_character():
    table = {**SURNAMES, **COMPOUND_SURNAMES}
    assert [family for family, spoken in table.items() for one in spoken if len(one.split()) != len(family)] == []
    assert [family for family in SURNAMES if len(family) != 1] == []


def test_a_name_is_found_by_characters_pinyin_and_initials():
    assert name_tokens("单立新") == sorted(
        ["单立", "立新", "新", "shanlixin", "slx", "lixin", "lx", "xin", "x"],
    )


def test_an_umlaut_is_found_as_people_type_it():
    assert {"lvlvyi", "luluyi", "lyulyuyi"} <= set(name_tokens("吕绿漪"))


def test_every_reading_of_the_surname_is_found():
    assert {"zhaisiyuan", "disiyuan", "zsy", "dsy"} <= set(name_tokens("翟思远"))


def test_a_dot_is_not_read():
    assert readings("阿依古丽·买买提") == ["a yi gu li mai mai ti"]


def test_a_latin_name_is_read_as_it_is():
    assert (readings("John Smith"), order_key("John Smith")) == (["john smith"], "john smith\tJohn Smith")


def test_names_stand_in_the_order_of_their_reading():
    names = ["张三", "单立新", "单立", "尉迟雪", "曾敏", "阿依古丽·买买提", "解放鸣", "章三", "仇和安"]
    assert sorted(names, key=order_key) == [
        "阿依古丽·买买提", "仇和安", "单立", "单立新", "解放鸣", "尉迟雪", "曾敏", "张三", "章三",
    ]  # fmt: skip


def test_a_key_carries_the_tone_of_the_surname():
    assert order_key("单立新") == "shan4单 li4 xin1\t单立新"


def test_families_of_one_reading_stand_apart():
    names = ["余安", "于明", "余明", "于安"]
    assert sorted(names, key=order_key) == ["于安", "于明", "余安", "余明"]


@given(st.text(max_size=80))
def test_any_text_has_a_key_that_fits_and_readings(text):
    name = normalize_name(text)
    assert len(order_key(name)) <= 200
    assert all(" " not in token for token in name_tokens(name))
    assert readings(name)
