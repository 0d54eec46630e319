"""A laptop's line holds what a person reads of it."""

from pmdesk.figures.laptops import MEMBER, STOPPED, LaptopLine


def test_a_line_is_a_value() -> None:
    line = LaptopLine(
        "00", "Ann’s", "", "Ann Shaw", "p", MEMBER, "Member", False, "six words", "", None, 0, 0
    )
    assert line._replace(state=STOPPED).state == "stopped" and line.state == "member"
