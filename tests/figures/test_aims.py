"""A target says by itself which side of it is good."""

from pmdesk.domain.words import Words
from pmdesk.figures.aims import say_aim


def test_which_side_is_good_is_said_with_the_target() -> None:
    said = [say_aim(target, way, Words()) for target, way in (
        ("62.0%", "higher"), ("1,850", "higher"), ("£4,960", "lower"), ("10", "lower"),
    )]  # fmt: skip
    assert said == ["62.0% or more", "1,850 or more", "£4,960 or less", "10 or fewer"]


def test_a_band_and_no_better_way_are_said_as_they_are() -> None:
    assert say_aim("40 to 60", "band", Words()) == "40 to 60"
    assert say_aim("8", "", Words()) == say_aim("8", "none", Words()) == "8"
    assert say_aim("", "higher", Words()) == ""
