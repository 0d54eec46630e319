"""Umbrella partnerships with their sub-groups, any depth."""

from typing import Any

from pmdesk.domain.words import words_in
from pmdesk.figures.partnership_tree import Branch, outline_rows, partnership_tree

EN, TODAY = words_in("en"), "2026-04-27"
REPORTED = {"youth": "2025-11-12", "abuse": "2026-03-04"}


def group(id: str, name: str, parent: str = "", **more: Any) -> dict[str, Any]:
    return {"id": id, "name": name, "parent": parent or None, "kind": "sub_group" if parent else "umbrella",
            "reporting_interval": "quarter", **more}  # fmt: skip


SOME = [
    group("climate", "Climate"),
    group("safety", "Safety"),
    group("youth", "Youth", "safety"),
    group("abuse", "Abuse", "safety"),
    group("street", "Street work", "youth", started="2026-04-10", reporting_interval="month"),
    group("paths", "Paths", "safety", reporting_interval=None),
    group("grant", "A grant", "safety", kind="grant"),
    group("old", "Old", "safety", status="ended"),
]


def tree(rows: list[dict[str, Any]] | None = None) -> tuple[Branch, ...]:
    return partnership_tree(rows or SOME, REPORTED, TODAY, 14, EN)


def test_any_depth_by_name_and_what_counts_only() -> None:
    assert [(each.depth, each.title, each.line) for each in tree()] == [
        (0, "Safety", ""), (1, "Abuse", "kept"), (1, "Paths", "none"), (1, "Youth", "broken"),
        (2, "Street work", "new"), (0, "Climate", ""),
    ]  # fmt: skip


def test_a_row_is_said_whole() -> None:
    youth = next(each for each in tree() if each.id == "youth")
    assert youth.spoken == (
        "Youth, Sub-group, reports to Safety: broken, silent 74 days too long, Every quarter, "
        "last reported 12 November 2025"
    )


def test_a_circle_that_a_merge_made_is_shown_once_and_ends() -> None:
    rows = [group("a", "A", "b"), group("b", "B", "a"), group("c", "C", "c")]
    assert sorted(each.title for each in tree(rows)) == ["A", "B", "C"]


def test_a_long_chain_is_no_trouble() -> None:
    rows = [group(str(n), f"Group {n:04d}", str(n - 1) if n else "") for n in range(1_500)]
    assert tree(rows)[-1].depth == 1_499


def test_the_outline_has_two_headings_and_finds_with_the_way_there() -> None:
    rows = outline_rows(tree(), EN)
    assert [each.title for each in rows if each.kind == "group"] == [
        "With sub-groups", "Without sub-groups, reporting to nobody",
    ]  # fmt: skip
    youth = next(each for each in rows if each.id == "youth")
    assert (youth.quiet, youth.pill) == (
        "Every quarter, last reported 12 November 2025", ("missed", "Broken"),
    )  # fmt: skip
    assert [each.title for each in outline_rows(tree(), EN, "street")] == [
        "With sub-groups", "Safety", "Youth", "Street work",
    ]  # fmt: skip
    assert outline_rows((), EN) == outline_rows(tree(), EN, "nothing like it") == ()
