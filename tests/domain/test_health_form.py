"""What the boxes of a health check's form are called and mean."""

from pmdesk.domain.health_form import answer_name, answers_of, names_of


def test_names_and_numbers() -> None:
    assert names_of(2) == ("s1", "s2", "said")
    assert answer_name(2) == "s3"
    assert answers_of({"s1": "1", "s3": "5"}, 3) == [1, None, 0]
