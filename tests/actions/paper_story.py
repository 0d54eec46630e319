"""A small council in a real register, for the tests of papers and charts: one body, one partnership."""

from pathlib import Path
from typing import NamedTuple

from pmdesk.actions.milestones import redate
from pmdesk.actions.records import save
from pmdesk.actions.registers import Register, start
from pmdesk.actions.updates import move_on, save_update
from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.facts import Type
from tests.made_once import made_once

TODAY = "2026-04-27"
SECRET = "Quokkasecret"


class Story(NamedTuple):
    register: Register
    ids: dict[str, str]


def council(folder: Path) -> Story:
    """Aldermoor in April 2026: an accepted annual update, a progress update, three milestones."""
    register, ids = made_once(_council, folder)
    return Story(register, dict(ids))


def _council(folder: Path) -> tuple[Register, dict[str, str]]:
    register = start(
        folder / "aldermoor.pmdesk",
        "Aldermoor District Council",
        "2025-26",
        by="Gareth Poole",
        annual_council="21 May 2025",
        returns_due="17/4/2026",
        today=TODAY,
    )
    ids: dict[str, str] = {"year": str(register.all("municipal_year")[0]["id"]), "me": str(register.me())}

    def keep(key: str, kind: str, /, **typed: object) -> str:
        ids[key] = save(register, kind, typed)[0]
        return ids[key]

    keep("county", "organisation", name="Wendleshire County Council", kind="council")
    keep("member", "person", name="Margaret Holloway", kind="member", email=f"{SECRET}@aldermoor.example")
    keep("portfolio", "person", name="Priya Nair", kind="member", portfolio="communities")
    keep("officer", "person", name="Ruth Adeyemi", kind="officer")
    keep(
        "body",
        "outside_body",
        name="Aldermoor Citizens Advice",
        legal_form="Charity, limited by guarantee",
        support="118,400",
        link_officer=ids["officer"],
        category="Strategic",
        appointing_body="Council",
    )
    keep(
        "seat",
        "appointment",
        outside_body=ids["body"],
        person=ids["member"],
        capacity="trustee",
        starts="21 May 2024",
        ends="May 2027",
    )
    keep("vacancy", "appointment", outside_body=ids["body"])
    keep(
        "board",
        "partnership",
        name="Wendle Valley Town Centre Board",
        kind="thematic",
        portfolio_member=ids["portfolio"],
        lead_officer=ids["officer"],
        lead_organisation=ids["county"],
        reporting_interval="quarter",
        funding_cash="25,000",
        review_due="2027-03",
        status="current",
    )
    keep("grant", "partnership", name="Arts grant", kind="grant")
    annual_update(register, ids)
    progress_update(register, ids)
    milestones(register, ids)
    return register, ids


def annual_update(register: Register, ids: dict[str, str]) -> None:
    ids["update"] = save_update(
        register,
        "annual_update",
        {
            "appointment": ids["seat"],
            "municipal_year": ids["year"],
            "meetings_held": "8",
            "meetings_attended": "7",
            "main_business": 'Demand for debt advice rose by a third. R&D <50% and "><img src=x>.',
            "contributed": "I chaired the finance group.",
            "issues": "Rent of about £4,200 a year is needed.",
            "objectives_served": "2 Homes people can afford\n4 Fair chances",
            "worthwhile_council": "yes",
            "worthwhile_council_why": "412 households kept their homes.",
            "worthwhile_member": "partly",
            "actions": "Decide by June on a room at the library.\nAppoint a substitute.",
            "recommendation": "continue",
            "officer_support": "Good.",
            "withheld": "yes",
            "internal": SECRET,
            "declared": "yes",
            "declared_on": "3/4/2026",
        },
        None,
        TODAY,
        submit=True,
    )[0]
    move_on(register, "annual_update", ids["update"], "accepted", TODAY)


def progress_update(register: Register, ids: dict[str, str]) -> None:
    ids["progress"] = save_update(
        register,
        "progress_update",
        {
            "partnership": ids["board"],
            "period": "2025-26 Q4",
            "done": "The masterplan was adopted.",
            "difference": "Two shops opened.",
            "self_rating": "at_risk",
        },
        None,
        TODAY,
    )[0]


def milestones(register: Register, ids: dict[str, str]) -> None:
    for key, title, due in (
        ("masterplan", "Masterplan adopted", "2025-09-30"),
        ("station", "Bus station design agreed", "2026-03-31"),
        ("works", "High Street works start", "2026-09-01"),
    ):
        ids[key] = save(
            register,
            "milestone",
            {
                "title": title,
                "partnership": ids["board"],
                "first_due": due,
                "owner_organisation": ids["county"],
            },
        )[0]
    save(register, "milestone", {"done_on": "2025-10-14"}, ids["masterplan"])
    redate(register, ids["station"], "1/5/2026", "Survey late", "another_partner", "2026-03-20")
    redate(register, ids["station"], "12/6/2026", "Drawings late", "another_partner", "2026-04-20")
    redate(register, ids["works"], "30/11/2026", "Waits for the bus station", "another_partner", "2026-04-20")


def mark_private(register: Register) -> int:
    """Write the secret into every private field of every record that has one; how many were written."""
    written = 0
    with register.change("Marked") as change:
        for kind, entity in ENTITIES.items():
            hidden = [
                field.name
                for field in entity.fields
                if field.private and field.type in (Type.TEXT, Type.LONG)
            ]
            for row in register.all(kind) if hidden else []:
                change.set(kind, str(row["id"]), {name: f"{SECRET} {name}" for name in hidden})
                written += len(hidden)
    return written
