import pytest

from ecosystem.uscc import ALPHABET, check_character, is_valid_uscc, normalize_uscc, suggest_uscc

PUBLIC_COMPANIES = ["914403001922038216", "9144030071526726XG", "91330100799655058B"]


@pytest.mark.parametrize("code", PUBLIC_COMPANIES)
def test_real_codes_are_valid(code):
    assert is_valid_uscc(code)


def test_every_single_character_error_is_caught():
    code = "91350100M000100Y43"
    wrong = [code[:i] + letter + code[i + 1 :] for i in range(18) for letter in ALPHABET if letter != code[i]]
    assert (len(wrong), [bad for bad in wrong if is_valid_uscc(bad)]) == (540, [])


def test_the_code_printed_in_the_standard_is_refused_and_ours_is_right():
    assert (is_valid_uscc("91350100M000100Y4Z"), check_character("91350100M000100Y4")) == (False, "3")


def test_normalizing_takes_full_width_spaces_and_lower_case():
    assert normalize_uscc(" ９１33-0100 799655058b ") == "91330100799655058B"


def test_a_look_alike_suggests_the_code_that_was_meant():
    assert suggest_uscc("9133O1OO799655O58B") == "91330100799655058B"
    assert suggest_uscc("91330100799655058C") is None
