"""What `show` prints of a partnership."""

from pmdesk.cli.partnerships import partnership_lines, set_by_hand
from pmdesk.domain.words import words_in

EN = words_in("en")
MADE = {
    "significance": {"rule": "any", "level": "significant", "met": ["money"], "by_hand": "major"},
    "reports_to": {"state": "broken"},
    "sub_groups": [{"name": "Youth", "state": "kept"}],
    "risks": [{"open": True, "level": "high"}, {"open": False, "level": "high"}],
}


def test_each_figure_is_a_line() -> None:
    assert partnership_lines(MADE, EN) == [
        "By the council’s rule: Significant: 1 of 3 tests met",
        "Its line: Broken",
        "Sub-group: Youth, kept",
        "Risk: 1 open, 1 high",
    ]
    assert set_by_hand(MADE)["significance"] == "major"


def test_a_grant_has_none_of_them() -> None:
    made = {"significance": None, "reports_to": None, "sub_groups": [], "risks": []}
    assert partnership_lines(made, EN) == []
    assert set_by_hand(made)["significance"] is None
