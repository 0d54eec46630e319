"""A list of what milestones wait for comes in without circles."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.exchange.test_plan import of, planned, row, said

MILESTONES: list[Mapping[str, object]] = [{"id": each, "title": f"Milestone {each}"} for each in "ABCD"]


def known(*links: tuple[str, str]) -> dict[str, list[Mapping[str, object]]]:
    waits: list[Mapping[str, object]] = [
        {"id": f"w{n}", "milestone": milestone, "waits_for": other}
        for n, (milestone, other) in enumerate(links)
    ]
    return {"milestone": MILESTONES, "waits_for": waits}


def rows(*links: str) -> list[list[str]]:
    """'B A' is a row that says B waits for A."""
    named = [[f"Milestone {end}" for end in link.split()] for link in links]
    return [["Milestone", "Waits for"], *named]


def test_the_row_that_closes_a_circle_is_refused_and_the_others_come_in(tmp_path: Path) -> None:
    plan = planned(tmp_path, "waits_for", rows("B A", "C B", "A C", "D A"), known=known())
    assert [each.outcome for each in plan.rows] == ["added", "added", "refused", "added"]
    assert said(plan, 4) == [
        "Waits for: that milestone waits for this one already: neither would ever begin."
    ]
    assert len(of(plan, "waits_for")) == 3


@pytest.mark.parametrize(
    ("link", "sentence"),
    [("A C", "neither would ever begin"), ("D D", "cannot wait for itself")],
)
def test_the_links_of_the_register_count_too(tmp_path: Path, link: str, sentence: str) -> None:
    plan = planned(tmp_path, "waits_for", rows(link), known=known(("B", "A"), ("C", "B")))
    assert row(plan, 2).outcome == "refused"
    assert sentence in said(plan, 2)[0]


def test_the_same_list_again_changes_nothing(tmp_path: Path) -> None:
    plan = planned(tmp_path, "waits_for", rows("B A", "C B"), known=known(("B", "A"), ("C", "B")))
    assert [each.outcome for each in plan.rows] == ["same", "same"]
