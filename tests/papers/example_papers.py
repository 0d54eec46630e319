"""The figures that the papers of these tests draw: one body, one partnership, one short register."""

from pmdesk.domain.words import Words
from pmdesk.figures.paper_values import (
    AnnualUpdateFigures,
    Cell,
    Column,
    Group,
    ProgressFigures,
    RegisterFigures,
    Section,
    Worth,
)
from pmdesk.figures.return_form import ReturnFormFigures
from pmdesk.figures.timeline import TimelineFigures, timeline

COUNCIL = "Aldermoor District Council"
BUSINESS = (
    "Demand for debt advice rose by a third after the summer. The trustees moved two advisers from benefits"
    " to debt work, and waiting times fell from 19 days in September to 8 days in March."
)


def annual_update_figures() -> AnnualUpdateFigures:
    return AnnualUpdateFigures(
        council=COUNCIL,
        year="2025-26",
        body="Aldermoor Citizens Advice",
        member="Councillor Margaret Holloway",
        capacity="trustee",
        facts=(
            ("Legal form", "Charity"),
            ("Meetings held", "8"),
            ("Term", "2024"),
            ("Meetings attended", "7 of 8"),
        ),
        recommendation="Continue",
        sections=(Section("Main business of the year", BUSINESS), Section("What I contributed", "")),
        worthwhile=(
            Worth("The council", "yes", "412 households kept their homes."),
            Worth("The body", "partly", "A direct line to housing, used most weeks."),
            Worth("The member", "", ""),
        ),
        closing=(
            Section("Actions requested", "Please:\n1. Offer a room in Tŷ Glân.\n2. Appoint a substitute."),
        ),
        made_on="2026-04-27",
        recorded_by="Recorded by Ruth Adeyemi for Councillor Margaret Holloway",
    )


def return_form_figures(**values: str) -> ReturnFormFigures:
    return ReturnFormFigures(
        council=COUNCIL,
        year="2025-26",
        body="Aldermoor Citizens Advice",
        member="Councillor Margaret Holloway",
        capacity="trustee",
        facts=(("Term", "2024"), ("Meetings a year", "6")),
        due="17 April 2026",
        send_to="democratic.services@aldermoor.example",
        ticket="signed",
        made_on="2026-04-27",
        values=values,
    )


def milestones(words: Words, many: int = 0) -> TimelineFigures:
    made = [
        {"id": "1", "title": "Funding agreed", "first_due": "2025-11-28", "done_on": "2025-11-28"},
        {"id": "2", "title": "Bus station design", "owner_name": "The county", "first_due": "2026-03-31"},
        *({"id": f"more{n}", "title": f"Later step {n}", "first_due": "2026-09-01"} for n in range(many)),
    ]
    moved = [
        {
            "milestone": "2",
            "made_on": "2026-04-24",
            "date": "2026-06-12",
            "reason": "Staff",
            "cause": "funding",
        }
    ]
    return timeline(made, moved, "2026-04-27", words)


def progress_figures(words: Words, many: int = 0) -> ProgressFigures:
    return ProgressFigures(
        council=COUNCIL,
        partnership="Wendle Valley Town Centre Board",
        period="2025-26 Q4",
        report_of="Report of Councillor Priya Nair",
        facts=(("Lead officer", "Tom Ashby"),),
        sections=(Section("What was done", "Grants open in May:\n- shopfronts\n- signs"),),
        milestones=milestones(words, many),
        made_on="2026-04-27",
    )


def register_figures(rows: int = 2) -> RegisterFigures:
    row = (
        Cell("Citizens Advice", "Charity", strong=True),
        Cell("Vacancy", state="close"),
        Cell("Ruth Adeyemi"),
    )
    return RegisterFigures(
        council=COUNCIL,
        occasion="Municipal year 2025-26",
        title="Register of outside bodies",
        intro="The council appoints to 34 outside bodies with 46 seats.",
        columns=(Column("Body", 3), Column("Member", 3), Column("Link officer", 2)),
        groups=(Group("Advice", (row,) * rows),),
        made_on="2026-04-27",
        contact="democratic.services@aldermoor.example",
    )
