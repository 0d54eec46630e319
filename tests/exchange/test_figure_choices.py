"""What a person chose of a file of figures."""

from pmdesk.exchange.figure_choices import Choices


def test_what_was_said_of_a_series() -> None:
    choices = Choices(taken={"a": True, "b": False}, same=frozenset({"K1", "Void days"}))
    assert choices.says_same("a")
    assert not choices.says_same("b", "K2", "Calls")
    assert choices.says_same("c", "k1") and choices.says_same("c", "K9", "void days")


def test_only_names_decide_which_measure_a_series_is() -> None:
    typed = {("a", "code"): "K1", ("a", "polarity"): "lower", ("b", "title"): "Bins"}
    assert Choices(typed=typed).names() == {("a", "code"): "K1", ("b", "title"): "Bins"}
