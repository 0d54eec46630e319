from pmdesk.domain.appointment import CAPACITIES
from pmdesk.domain.duty import DUTIES, NOT_SAID, duty


def test_every_capacity_says_its_duty_in_a_sentence_and_in_short() -> None:
    assert list(DUTIES) == [code for code, _ in CAPACITIES]
    assert all(each.short and each.sentence.endswith(".") for each in DUTIES.values())


def test_trustees_directors_and_committees_owe_it_to_the_body() -> None:
    assert [code for code, _ in CAPACITIES if duty(code).to == "body"] == [
        "trustee",
        "director",
        "management_committee",
    ]


def test_a_capacity_in_a_file_s_own_words_is_not_guessed() -> None:
    assert duty("nominated trustee") is NOT_SAID
    assert duty("director/trustee") is NOT_SAID
