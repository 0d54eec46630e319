from pmdesk.domain.words import Say, Words, resources, words_in


def test_without_a_catalogue_everything_is_said_in_english() -> None:
    words = words_in("xx")
    assert words.language == "en"
    assert words("{n} of {m} seats", n=2, m=3) == "2 of 3 seats"
    assert words.plural(1, "{n} day", "{n} days") == "1 day"
    assert words.plural(3, "{n} day", "{n} days") == "3 days"
    assert words("") == ""


def test_a_sentence_carries_its_values_and_the_sentences_inside_it() -> None:
    said = Say(
        "‘{typed}’ is no date. {month} has {days} days.", {"typed": "{x}", "month": Say("April"), "days": 30}
    )
    assert Words("en")(said) == "‘{x}’ is no date. April has 30 days."
    assert str(said) == "‘{x}’ is no date. April has 30 days."


def test_the_resources_are_there() -> None:
    assert (resources() / "fonts" / "NotoSans-Regular.ttf").exists()
