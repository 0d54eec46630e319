"""Figures of the pack for scrutiny and of the appraisal sheets, for the tests of their drawing."""

from pmdesk.domain.significance import Rules
from pmdesk.domain.words import Words
from pmdesk.figures.looks import look_figures
from pmdesk.figures.paper_appraisal import AppraisalFigures, PersonSheet, appraisal_columns, target_part
from pmdesk.figures.paper_scrutiny import (
    Late,
    PlanLetters,
    ScrutinyFigures,
    late_block,
    looks_block,
    plans_block,
    recommendations_block,
    tensions_block,
)
from pmdesk.figures.personal_targets import OwnTarget, Stands, said_hours

TODAY = "2026-04-27"
REVIEWS = {"r": {"id": "r", "title": "How the Forum works", "two_months": True, "reported_on": "2026-02-10"}}
TOLD = [
    {"id": "1", "review": "r", "text": "Write down what each owes & when", "cabinet_member_name": "M Bell"},
    {"id": "2", "review": "r", "text": "Buy no rooms", "response": "rejected"},
]
TENSION = {"title": "Fewer beds against shorter waits", "borne_by_name": "Hospital", "cost": 4_000_000}
PLANS = [
    PlanLetters("Whole plan", 2, dict.fromkeys("SMART", 2)),
    PlanLetters("Weak plan", 3, {"S": 1, "M": 0, "A": 2, "R": 3, "T": 3}),
]


def scrutiny_example(words: Words, many: int = 1) -> ScrutinyFigures:
    places = [{"id": str(n), "name": f"Forum {n}", "started": "2015"} for n in range(many)]
    tension = tensions_block([TENSION, {**TENSION, "way_out": "integration"}], words)
    assert tension
    found = look_figures(places, {}, {}, Rules(), TODAY, words)
    slips = [Late("Depot opened", "Waste", "The county", "2026-03-31")] * many
    return ScrutinyFigures(
        "Aldermoor District Council",
        words("Overview and scrutiny"),
        "What the register says.",
        (
            looks_block(found, {"0": "Police"}, words),
            recommendations_block(TOLD, REVIEWS, TODAY, words),
            plans_block(PLANS, words),
            late_block(words("Milestones past their date"), "None.", slips, TODAY, words),
            tension,
        ),
        TODAY,
    )


def appraisal_example(words: Words, many: int = 1) -> AppraisalFigures:
    target = {"title": "Both sub-groups report", "hours": "120", "due": "2026-03-31", "met": "partly",
              "text": "Every quarter.", "review": "One does.", "reviewed_on": "2026-04-15"}  # fmt: skip
    stands = [
        Stands("measure", "m", "EN02 Waste", "46.9% against 48.0%", ("close", "Close")),
        Stands("objective", "o", "Less waste", "1 of 2 measures met or close"),
    ]
    part = target_part(OwnTarget(target, stands), words)
    sheet = PersonSheet("Helen Marsh", "Partnership officer", said_hours([target], words), (part,) * many)
    columns, sheets = appraisal_columns(words), (sheet,) * many
    return AppraisalFigures("Aldermoor District Council", "2025-26", columns, sheets, TODAY)
