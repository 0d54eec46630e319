"""What the page says beside each column."""

from pathlib import Path

from pmdesk.exchange.columns import guess_mapping
from pmdesk.exchange.plan import make_plan
from pmdesk.exchange.sheets import read_sheet
from pmdesk.exchange.understood import Column, understood
from tests.exchange.made_files import BODIES, as_csv


def columns(path: Path, entity: str) -> dict[str, Column]:
    sheet = read_sheet(path)
    guesses = guess_mapping(entity, sheet.headings)
    plan = make_plan(sheet, entity, {heading: guess.target for heading, guess in guesses.items()}, {})
    return {each.heading: each for each in understood(sheet, plan, guesses)}


def test_the_bodies_of_real_councils() -> None:
    found = columns(BODIES, "outside_body")
    assert {heading: str(each.understood) for heading, each in found.items() if heading != "seats"} == {
        "council": "Different names: 9",
        "body": "Filled: 29, empty: 0",
        "filled": "Filled: 21, empty: 8",
        "members_pseudonymised": "Split at ‘;’: people 23, different 19",
        "capacity": "Different values: 5, to look at: 4",
        "appointed_by": "Filled: 29, empty: 0",
        "term_start": "Month only: kept as written",
        "term_end": "Month only: kept as written",
        "condition": "Filled: 25, empty: 4",
        "status": "Different values: 5, to look at: 2",
        "source_url": "No field for it here",
    }
    assert "read as seats: 1, substitutes: 1" in str(found["seats"].understood)
    assert [heading for heading, each in found.items() if each.look] == [
        "seats",
        "members_pseudonymised",
        "capacity",
        "term_start",
        "term_end",
        "status",
    ]
    assert (found["capacity"].sample, found["source_url"].target) == ("trustee", None)


def test_other_columns(tmp_path: Path) -> None:
    rows = [
        ["Name", "Kind", "Startd", "Review due", "Ends", "Statutory"],
        ["Safer", "thematic", "", "2027", "19/05/25", "yes"],
    ]
    found = columns(as_csv(tmp_path / "a.csv", rows), "partnership")
    assert str(found["Kind"].understood) == "Different values: 1, all known"
    assert str(found["Startd"].understood) == "Nearly this heading: please look"
    assert str(found["Review due"].understood) == "Year only: kept as written"
    assert str(found["Ends"].understood) == "Day first, as in every row"
    iso = columns(as_csv(tmp_path / "b.csv", [["Name", "Ends"], ["Safer", "2025-05-19"]]), "partnership")
    assert str(iso["Ends"].understood) == "Dates: 1, all read"
    people = columns(as_csv(tmp_path / "c.csv", [["Body", "Member"], ["Dock", "A Shaw"]]), "outside_body")
    assert str(people["Member"].understood) == "People 1, different 1"
