"""One partnership and its page, for the tests of its files."""

from typing import Any

from pmdesk.domain.words import words_in
from pmdesk.figures.partnership_page import partnership_page
from pmdesk.figures.partnership_tables import PartnershipRows
from pmdesk.figures.record_page import RecordPage

WORDS, TODAY = words_in("en"), "2026-04-27"
SAFETY = {
    "id": "p",
    "name": "Community Safety Partnership",
    "kind": "umbrella",
    "status": "current",
    "lead_officer_name": "Helen Marsh",
    "portfolio_member": "pn",
    "reporting_interval": "quarter",
    "funding_cash": 3_100_000,
    "total_budget": 14_250_000,
    "review_due": "2026-03",
    "purpose": "Safer streets.",
}
UPDATES = [
    {
        "id": "q3",
        "period": "2025-26 Q3",
        "status": "signed_off",
        "self_rating": "on_track",
        "drafted_by_name": "Helen Marsh",
    },
    {
        "id": "q4",
        "period": "2025-26 Q4",
        "status": "draft",
        "self_rating": "at_risk",
        "drafted_by_name": None,
    },
]
MILESTONES = [
    {
        "id": "m1",
        "title": "Cameras",
        "first_due": "2026-03-31",
        "done_on": None,
        "owner_organisation_name": "Police",
    },
    {
        "id": "m2",
        "title": "Patrols",
        "first_due": "2026-09-30",
        "done_on": "2026-04-01",
        "owner_name": "A Shaw",
    },
]
FORECASTS = [{"id": "f", "milestone": "m1", "date": "2026-06-12", "made_on": "2026-04-01"}]

CONTRIBUTIONS = [
    {"id": "k1", "organisation": "o", "organisation_name": "Police", "what": "A sergeant",
     "undertaken": 2_200_000, "delivered": 2_200_000, "due": "2026-03-31"},
    {"id": "k2", "organisation": "n", "organisation_name": "Health board", "kind": "cash",
     "undertaken": 900_000, "delivered": 450_000, "due": "2025-12-31"},
    {"id": "k3", "organisation": "b", "organisation_name": "Probation", "kind": "data",
     "what": "Reoffending by ward", "share": "none", "due": "2026-01-31"},
]  # fmt: skip
RISKS = [
    {"id": "r1", "title": "The adviser’s post ends", "likelihood": "3", "impact": "5",
     "owner_name": "Helen Marsh", "review_due": "2026-04-10"},
    {"id": "r2", "title": "Figures come late", "likelihood": "4", "impact": "2", "review_due": "2026-09-30"},
    {"id": "r3", "title": "Nobody scored this"},
    {"id": "r4", "title": "Gone", "likelihood": "5", "impact": "5", "closed_on": "2026-01-12"},
]  # fmt: skip


def page(**changes: Any) -> RecordPage:
    rows: dict[str, Any] = {
        "partnership": SAFETY,
        "updates": UPDATES,
        "milestones": MILESTONES,
        "forecasts": FORECASTS,
        "partners": [
            {"id": "x", "organisation": "o", "organisation_name": "Police", "role": "Chair", "joined": "2018"}
        ],
        "children": [
            {"id": "c", "name": "Abuse Sub-group", "reporting_interval": "quarter"},
            {"id": "d", "name": "Youth Sub-group", "reporting_interval": "quarter"},
        ],
        "people": {"pn": {"id": "pn", "name": "Priya Nair", "kind": "member"}},
        "reported": {"c": "2026-03-04", "d": "2025-11-12"},
        "contributions": CONTRIBUTIONS,
        "risks": RISKS,
        "days_to_report": 14,
        **changes,
    }
    return partnership_page(PartnershipRows(**rows), TODAY, WORDS)


def cells(made: RecordPage, title: str) -> list[list[str]]:
    section = next(each for each in made.sections if each.title == title)
    return [[cell.text for cell in row.cells] for row in section.rows]
