"""Why a practice is offered to a measure: the nearest reason wins, and nobody is offered their own cure."""

import pytest

from pmdesk.domain.practice_match import causes_of, why_it_helps

TURNED = {"id": "t", "title": "Missed bins per 100,000", "unit": "bins", "measured_code": "NI 191"}


@pytest.mark.parametrize(
    ("measure", "why"),
    [
        ({"id": "x", "title": "Anything", "measured_code": "ni  191"}, "code"),
        ({"id": "x", "title": "Bins emptied late", "unit": "Bins"}, "kind"),
        ({"id": "x", "title": "Bins emptied late", "unit": "%"}, ""),
        ({"id": "x", "title": "Food waste collected", "unit": "tonnes"}, "tag"),
        ({"id": "x", "title": "Food banks", "unit": "tonnes"}, ""),
        ({"id": "t", "title": "Missed bins", "unit": "bins"}, ""),
    ],
)
def test_the_nearest_reason(measure: dict[str, object], why: str) -> None:
    assert why_it_helps({"tags": "food waste, crews"}, TURNED, measure, ()) == why


def test_a_cause_is_the_last_reason_and_no_empty_one_counts() -> None:
    other = {"id": "x", "title": "Empty shops"}
    assert why_it_helps({"cause": "funding"}, TURNED, other, {"funding"}) == "cause"
    assert why_it_helps({"cause": None}, TURNED, other, {None}) == ""
    assert why_it_helps({"tags": ", ,"}, None, other, ()) == ""


def test_causes_are_those_given() -> None:
    assert causes_of([{"cause": "funding"}, {"cause": None}, {}]) == {"funding"}
