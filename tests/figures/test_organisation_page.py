"""An organisation's page from rows already read: what it says first, and in which order."""

from dataclasses import replace
from decimal import Decimal

from pmdesk.domain.attainment import Judged
from pmdesk.domain.series import Reading, Target
from pmdesk.domain.words import words_in
from pmdesk.figures.organisation_page import OrganisationPage, OrganisationRows, organisation_page
from pmdesk.figures.own_targets import OwnTarget, OwnTargets
from pmdesk.figures.record_page import Lead, Record, Section

TODAY, WORDS = "2026-04-27", words_in("en")
POLICE = OrganisationRows(
    {"id": "o", "name": "Wendleshire Police", "kind": "police", "contact": "Ask for Laura."},
    [{"id": "x", "partnership": "p", "partnership_name": "Safety", "role": "Chair", "joined": "2018",
      "left": "2020"}],
    [{"id": "l", "name": "Roads group"}],
    [{"id": "z", "name": "Laura Denham", "post": "Inspector"}],
)  # fmt: skip


def page(rows: OrganisationRows) -> OrganisationPage:
    return organisation_page(rows, TODAY, WORDS)


def section(made: OrganisationPage, title: str) -> Section:
    return next(each for each in made.sections if each.title == title)


def texts(found: Section) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in found.rows]


def facts(made: OrganisationPage) -> list[tuple[str, ...]]:
    return [tuple(fact) for fact in made.facts]


def targets(met: int, missed: int, not_rated: int) -> OwnTargets:
    told = [True] * met + [False] * missed + [None] * not_rated
    some = (
        OwnTarget(
            {"id": "m", "title": "M"}, Judged(Target("2025-26", Decimal(1)), each, Reading("2025-26")), None
        )
        for each in told
    )
    return OwnTargets(tuple(some), measures=9)


def test_a_partner_with_its_partnerships_and_its_people() -> None:
    made = page(POLICE)
    assert made.pill == ("plain", "Police")
    assert [fact.value for fact in made.facts] == ["0", "1", "1"]
    assert [each.title for each in made.sections] == [
        "Contribution account",
        "The partner’s own words",
        "Asked of it",
        "Partnerships",
        "People",
        "Contact",
    ]
    table = section(made, "Partnerships")
    assert texts(table) == [["Roads group", "Leads it", "", ""], ["Safety", "Chair", "2018", "2020"]]
    assert table.rows[1].cells[0].lead == Lead("partnerships", "p")
    assert section(made, "People").rows[0].cells[0].lead == Lead("members", "z")
    assert made.bars is None


def test_the_people_of_a_council_have_a_list_of_their_own() -> None:
    made = page(OrganisationRows({"id": "o", "name": "Aldermoor", "kind": "council"}, [], [], []))
    assert "People" not in [each.title for each in made.sections]


def test_the_facts_begin_with_its_attainment_in_the_last_year_that_is_over() -> None:
    undertaken = [{"id": "c", "undertaken": 100, "delivered": 100, "due": "2026-03"}]
    made = page(replace(POLICE, own=targets(17, 3, 2), contributions=undertaken))
    assert facts(made) == [
        ("Targets met in 2025-26", "17 of 20 (85%)", "2 not rated"),
        ("Contributions kept", "1 of 1", ""),
        ("Money undertaken", "£1", "£1 delivered"),
        ("Partnerships it is in", "0", "it leads 1"),
    ]
    assert [each.title for each in made.sections][:2] == ["Attainment over the years", "Targets it missed"]
    assert made.bars is not None
    assert made.bars.bars[0].said == "17 of 20 (85%)"
    assert facts(page(replace(POLICE, own=OwnTargets((), 4))))[0] == (
        "Targets met in 2025-26",
        "None due",
        "",
    )


def test_grants_contracts_and_networks_are_told_apart_and_never_counted_as_partnerships() -> None:
    kinds = {"g": "grant", "c": "contract", "n": "network", "s": "thematic", "own": "grant"}
    joined: dict[str, Record] = {
        key: {"id": key, "name": key.upper(), "kind": kind, "funding_cash": 10_000, "started": "2025-05",
              "lead_organisation": "o" if key == "own" else "council"}
        for key, kind in kinds.items()
    }  # fmt: skip
    partners = [{"id": f"x{key}", "partnership": key, "partnership_name": key.upper()} for key in kinds]
    led = [{"id": "l", "name": "Led", "kind": "sub_group"}, {"id": "e", "name": "Net", "kind": "network"}]
    made = page(OrganisationRows({"id": "o", "name": "Choir"}, partners, led, [], joined))
    assert facts(made)[:3] == [
        ("From the council", "£200", "1 grant, 1 contract"),
        ("Partnerships it is in", "1", ""),
        ("Partnerships it leads", "1", ""),
    ]
    table = section(made, "Partnerships")
    assert [(row.cells[0].text, row.cells[0].note) for row in table.rows] == [
        ("Led", ""), ("S", ""), ("Net", "a network"), ("N", "a network"),
    ]  # fmt: skip
    assert table.count == "2"
    assert texts(section(made, "What the council puts in")) == [["2025-26", "1 grant, 1 contract", "£200"]]


def test_a_council_shows_what_it_gives() -> None:
    led = [{"id": "g", "name": "Grant", "kind": "grant", "funding_cash": 5_000, "started": "2019-05"}]
    made = page(OrganisationRows({"id": "o", "name": "Aldermoor", "kind": "council"}, [], led, []))
    assert texts(section(made, "What it gives in grants and contracts")) == [["2019-20", "1 grant", "£50"]]
    assert ("Partnerships it leads", "0", "") in facts(made)
