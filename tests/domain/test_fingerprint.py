"""Six words say a key; each word is told from the others by its first four letters."""

from pmdesk.domain.fingerprint import as_suggested, fingerprint, number_of, said, word_list


def test_the_list_is_whole() -> None:
    words = word_list()
    assert len(words) == len({word[:4] for word in words}) == 2048
    assert list(words) == sorted(words)


def test_six_words_are_66_bits_of_the_key() -> None:
    keys = [bytes([n] * 32) for n in range(200)]
    told = {fingerprint(key) for key in keys}
    assert len(told) == len(keys) and all(len(each.split()) == 6 for each in told)


def test_a_number_is_said_highest_bits_first() -> None:
    assert said(0, 2) == "abandon abandon" and said(2047 << 11 | 1, 2) == "zoo ability"


def test_words_are_the_number_again_in_any_case_and_others_are_none() -> None:
    for number in (0, 2047 << 11 | 1, 123456):
        assert number_of(said(number, 2).upper()) == number
    assert number_of("zoo abilty") is None and number_of("") == 0


def test_words_as_they_are_suggested_are_known_however_they_were_typed() -> None:
    assert as_suggested("March  HEAVY\u00a0average ") == "march heavy average"
    assert as_suggested("march heavy Grüffalo") == "" == as_suggested("  ")
