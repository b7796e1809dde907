from words.pinyin import order_key_of_text, spellings, syllables


def test_phrases_are_read_as_phrases():
    assert syllables("重庆银行") == ["chong", "qing", "yin", "hang"]


def test_words_of_our_trades_are_read_as_said_there():
    read = ["chong gou", "can shu tiao you", "chang san jiao", "bo mo"]
    assert [" ".join(syllables(word)) for word in ("重构", "参数调优", "长三角", "薄膜")] == read


def test_only_an_umlaut_has_several_spellings():
    assert (spellings("xv hang"), spellings("nv lve")) == (["xv hang"], ["nv lve", "nu lue", "nyu lyue"])


def test_organizations_stand_in_the_order_of_their_reading():
    names = ["遥望", "同盾", "Acme", "安恒"]
    assert sorted(names, key=order_key_of_text) == ["Acme", "安恒", "同盾", "遥望"]


def test_a_key_fits_its_column():
    assert len(order_key_of_text("装" * 120)) == 400
