"""Three plans, their objectives and measures as plain records, for the tests of the pages of plans."""

from typing import Any

from pmdesk.domain.thread import Measured, Thread, ratings_below, thread_of
from pmdesk.domain.thread_gaps import gaps_of
from pmdesk.domain.words import words_in
from pmdesk.figures.measure_rows import MeasureRow
from pmdesk.figures.plan_page import PlanRows
from pmdesk.figures.record_page import RecordPage

WORDS = words_in("en")
PLANS: list[dict[str, Any]] = [
    {"id": "corporate", "kind": "corporate_plan", "name": "Aldermoor Plan", "starts": "2024", "ends": "2028"},
    {"id": "strategy", "kind": "community_strategy", "name": "Wendleshire Together"},
    {"id": "waste", "kind": "partnership_plan", "partnership": "wwp", "name": "Waste plan",
     "partnership_name": "Wendle Waste Partnership"},
]  # fmt: skip
OBJECTIVES: list[dict[str, Any]] = [
    {"id": "greener", "plan": "corporate", "code": "3", "name": "A greener district", "kind": "priority"},
    {"id": "less", "plan": "corporate", "plan_name": "Aldermoor Plan", "parent": "greener",
     "parent_name": "A greener district", "code": "3.1", "name": "Less waste", "owner": "tb",
     "owner_name": "Tom Brandreth", "description": "Less in the bin."},
    {"id": "homes", "plan": "corporate", "code": "2", "name": "Homes", "kind": "priority"},
    {"id": "clean", "plan": "strategy", "name": "Tŷ glân", "kind": "theme"},
    {"id": "recycle", "plan": "waste", "code": "W1", "name": "Recycle more"},
]  # fmt: skip
ALIGNMENTS: list[dict[str, Any]] = [
    {"id": "a1", "objective": "recycle", "serves": "less", "how": "By weight"},
    {"id": "a2", "objective": "recycle", "serves": "clean"},
]
EN02 = Measured("EN02", 1, "wwp", "outcome", "amber")
EN03 = Measured("EN03", 2, "", "output", "green")


def thread(**changes: Any) -> Thread:
    given: dict[str, Any] = {
        "plans": PLANS, "objectives": OBJECTIVES, "alignments": ALIGNMENTS,
        "shown": [("recycle", EN02), ("less", EN03)], **changes,
    }  # fmt: skip
    return thread_of(**given)


def rows(made: Thread | None = None) -> PlanRows:
    made = made or thread()
    return PlanRows(
        made, gaps_of(made, {"wwp"}), [], {"wwp": "Wendle Waste Partnership"}, ratings_below(made)
    )


def measure(id: str, title: str = "", **said: Any) -> MeasureRow:
    return MeasureRow(id, title or f"{id} title", pill=("close", "Close"), **said)


def texts(page: RecordPage, title: str) -> list[list[str]]:
    """The rows of a section by its heading."""
    (section,) = [each for each in page.sections if each.title == title]
    return [[f"{cell.text} {cell.note}".strip() for cell in row.cells] for row in section.rows]


def facts(page: RecordPage) -> list[tuple[str, str, str]]:
    return [tuple(fact) for fact in page.facts]  # type: ignore[misc]
