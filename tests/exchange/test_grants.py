"""Grants to bodies: Trafford's real list by its counts, and made-up lists by what they say.

Trafford: 555 grants, 359 names of bodies, £1,291,436.54 in all, 480 different titles; 103 rows share theirs.
"""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from pmdesk.exchange.columns import guess_mapping, known_headings
from pmdesk.exchange.grants import after_months
from pmdesk.exchange.match import Link
from pmdesk.exchange.plan import Plan, Write, make_plan
from pmdesk.exchange.sheets import read_sheet
from tests.exchange.made_files import GRANTS, as_csv, rows_of

HEADINGS = ["Identifier", "Title", "Description", "Currency", "Amount Awarded", "Award Date",
            "Planned Dates:Start Date", "Planned Dates:End Date", "Planned Dates:Duration (months)",
            "Recipient Org:Identifier", "Recipient Org:Name", "Funding Org:Name"]  # fmt: skip
COUNCIL = "Bury Council"
Known = dict[str, list[Mapping[str, object]]]


def grant(number: str, title: str, who: str, **other: str) -> list[str]:
    """A row of a list of grants; `other` by the last word of a heading."""
    said = {"Identifier": number, "Title": title, "Recipient Org:Name": who, "Amount Awarded": "500",
            "Currency": "GBP", "Funding Org:Name": COUNCIL, "Award Date": "2019-05-01"} | {
        heading: other[key] for heading in HEADINGS for key in other if key in heading.replace(" ", "_")
    }  # fmt: skip
    return [said.get(heading, "") for heading in HEADINGS]


def planned(folder: Path, *rows: list[str], known: Known | None = None, **more: object) -> Plan:
    return plan_of(as_csv(folder / "grants.csv", [HEADINGS, *rows]), known, **more)


def plan_of(path: Path, known: Known | None = None, **more: object) -> Plan:
    sheet = read_sheet(path, None, known_headings("partnership"))
    mapping = {heading: each.target for heading, each in guess_mapping("partnership", sheet.headings).items()}
    return make_plan(sheet, "partnership", mapping, known or {}, today="2026-04-27", **more)  # type: ignore[arg-type]


def of(plan: Plan, kind: str) -> list[Write]:
    return [write for write in plan.writes if write.kind == kind]


def names(plan: Plan, kind: str) -> list[object]:
    return [write.values.get("name") for write in of(plan, kind) if write.id is None]


def said(plan: Plan) -> list[str]:
    return [f"{row.number} {each.column}: {each.say}" for row in plan.rows for each in row.reasons]


def in_the_register(plan: Plan) -> Known:
    """What a register holds once a plan was carried out."""
    ids = {at: f"id{at}" for at in range(len(plan.writes))}
    known: Known = {"partnership": [], "organisation": [], "partner": []}
    for at, write in enumerate(plan.writes):
        values = {name: ids[v.key] if isinstance(v, Link) else v for name, v in write.values.items()}
        known[write.kind].append({**values, "id": ids[at]})
    return known


def test_the_real_list_makes_555_grants_to_359_bodies() -> None:
    plan = plan_of(GRANTS)
    assert plan.kinds() == Counter(partnership=555, partner=555, organisation=360)
    assert plan.outcomes() == Counter(added=555)
    kinds = Counter(str(each.values["kind"]) for each in of(plan, "organisation"))
    assert kinds == Counter(voluntary=359, council=1)
    grants = of(plan, "partnership")
    assert {each.values["kind"] for each in grants} == {"grant"}
    assert sum(int(str(each.values["funding_cash"])) for each in grants) == 129_143_654
    assert {each.values["role"] for each in of(plan, "partner")} == {"Recipient"}
    assert len({each.values["name"] for each in grants}) == 555
    assert plan.called("partnership") == "Grants"


def test_titles_that_repeat_get_their_identifier_and_only_those() -> None:
    rows = rows_of(GRANTS)[1:]
    counts = Counter(" ".join(row[1].casefold().split()) for row in rows)
    repeated = sum(count for count in counts.values() if count > 1)
    marked = [name for name in names(plan_of(GRANTS), "partnership") if "(360G-trafford" in str(name)]
    assert len(marked) == repeated > 100


def test_the_real_list_again_changes_nothing() -> None:
    known = in_the_register(plan_of(GRANTS))
    again = plan_of(GRANTS, known)
    assert again.outcomes() == Counter(same=555)
    assert again.kinds() == Counter()
    assert [write for write in again.writes if write.values] == []
    assert said(again) == []


def test_what_a_row_makes(tmp_path: Path) -> None:
    number = {"Org:Identifier": "GB-CHC-1"}
    row = grant("B1", "Warm rooms", "Bury Hub", Description="Heating", End_Date="2020-03-31", **number)
    plan = planned(tmp_path, row)
    [made], [place] = of(plan, "partnership"), of(plan, "partner")
    lead = made.values.pop("lead_organisation")  # type: ignore[attr-defined]
    assert isinstance(lead, Link)
    assert plan.writes[lead.key].values == {"name": COUNCIL, "kind": "council"}
    assert made.values == {
        "name": "Warm rooms", "kind": "grant", "purpose": "Heating", "funding_cash": 50_000,
        "started": "2019-05-01", "ends": "2020-03-31", "note": "Identifier: B1",
    }  # fmt: skip
    who = place.values["organisation"]
    assert isinstance(who, Link)
    assert plan.writes[who.key].values == {
        "name": "Bury Hub", "kind": "voluntary", "note": "Recipient Org:Identifier: GB-CHC-1",
    }  # fmt: skip
    assert Counter(plan.writes[at].kind for at in plan.rows[0].records) == Counter(
        partnership=1, organisation=2, partner=1
    )


def test_the_end_is_so_many_months_from_a_planned_start(tmp_path: Path) -> None:
    plan = planned(
        tmp_path,
        grant("B1", "One", "Hub", Start_Date="2019-06-01", Duration="12"),
        grant("B2", "Two", "Hub", Duration="12"),
    )
    one, two = of(plan, "partnership")
    assert (one.values["ends"], one.values["note"]) == ("2020-05-31", "Identifier: B1")
    assert "ends" not in two.values
    assert "Planned Dates:Duration (months): 12" in str(two.values["note"])


def test_money_that_is_not_in_pounds_stays_in_words(tmp_path: Path) -> None:
    plan = planned(tmp_path, grant("B1", "One", "Hub", Currency="EUR"))
    [made] = of(plan, "partnership")
    assert "funding_cash" not in made.values
    assert "Amount Awarded: 500 EUR" in str(made.values["note"])
    assert said(plan) == ["2 Amount Awarded: this is in EUR, not in pounds. It is kept in the note."]


def test_a_row_without_title_or_recipient_is_refused(tmp_path: Path) -> None:
    plan = planned(tmp_path, grant("B1", "", "Hub"), grant("B2", "Two", ""), grant("B3", "Three", "Hub"))
    assert [row.state for row in plan.rows] == ["refused", "refused", "ready"]
    assert said(plan) == [
        "2 Title: ‘Name’ is empty. Type it or leave the row out.",
        "3 Recipient Org:Name: ‘Who gets the grant’ is empty. Type it or leave the row out.",
    ]
    assert plan.kinds() == Counter(partnership=1, partner=1, organisation=2)


def test_next_years_list_adds_only_its_own_and_keeps_names(tmp_path: Path) -> None:
    first = planned(tmp_path, grant("B1", "Warm rooms", "Hub"))
    known = in_the_register(first)
    plan = planned(tmp_path, grant("B1", "Warm rooms", "Hub"), grant("B2", "Warm rooms", "Hub"), known=known)
    assert names(plan, "partnership") == ["Warm rooms (B2)"]
    assert plan.kinds() == Counter(partnership=1, partner=1)
    alone = planned(tmp_path, grant("B2", "Warm rooms", "Hub"), known=known)
    assert names(alone, "partnership") == ["Warm rooms (B2)"]


def test_what_a_person_put_right_stays(tmp_path: Path) -> None:
    known = in_the_register(planned(tmp_path, grant("B1", "Warm rooms", "Hub")))
    known["partnership"] = [{**known["partnership"][0], "name": "Warm rooms 2019", "kind": "contract"}]
    known["partner"] = [{**known["partner"][0], "role": "Host"}]
    known["organisation"] = [{**each, "kind": each["kind"] and "housing"} for each in known["organisation"]]
    plan = planned(tmp_path, grant("B1", "Warm rooms", "Hub"), known=known)
    assert plan.outcomes() == Counter(same=1)


def test_a_partnership_of_the_same_name_is_no_grant(tmp_path: Path) -> None:
    known: Known = {"partnership": [{"id": "p", "name": "Warm rooms", "kind": "thematic"}]}
    plan = planned(tmp_path, grant("B1", "Warm rooms", "Hub"), known=known)
    assert names(plan, "partnership") == ["Warm rooms (B1)"]


def test_a_body_in_the_register_is_used_and_near_names_are_asked_about(tmp_path: Path) -> None:
    known: Known = {
        "organisation": [
            {"id": "o", "name": "Bury Hub", "kind": "housing", "note": "Recipient Org:Identifier: GB-CHC-1"}
        ]
    }
    number = {"Org:Identifier": "GB-CHC-1"}
    plan = planned(tmp_path, grant("B1", "One", "bury hub", **number), known=known)
    assert [write.id for write in of(plan, "organisation")][-1] == "o"
    assert said(plan) == []
    other = planned(tmp_path, grant("B1", "One", "The Hub at Bury", **number), known=known)
    assert names(other, "organisation") == [COUNCIL, "The Hub at Bury"]
    asked = "2 Recipient Org:Name: ‘Bury Hub’ has the same identifier as ‘The Hub at Bury’. The same?"
    assert said(other) == [asked]
    [reason] = other.rows[0].reasons
    assert reason.suggest == "Bury Hub"
    settled = planned(tmp_path, grant("B1", "One", "The Hub at Bury", **number), known=known,
                      answers={(2, "Recipient Org:Name"): "Bury Hub"})  # fmt: skip
    assert names(settled, "organisation") == [COUNCIL]


def test_without_identifiers_titles_and_days_tell_grants_apart(tmp_path: Path) -> None:
    rows = (grant("", "Fund", "Hub"), grant("", "Fund", "Hub", Award="2020-05-01"), grant("", "Rooms", "Den"))
    first = planned(tmp_path, *rows)
    assert names(first, "partnership") == ["Fund (2019-05-01)", "Fund (2020-05-01)", "Rooms"]
    assert planned(tmp_path, *rows, known=in_the_register(first)).outcomes() == Counter(same=3)


def test_one_grant_told_twice_is_one(tmp_path: Path) -> None:
    plan = planned(tmp_path, grant("B1", "One", "Hub"), grant("B1", "One", "Den"))
    assert plan.kinds() == Counter(partnership=1, partner=2, organisation=3)


def test_several_bodies_of_one_name_in_the_register_are_asked_about(tmp_path: Path) -> None:
    known: Known = {"organisation": [{"id": "a", "name": "HUB"}, {"id": "b", "name": "hub"}]}
    plan = planned(tmp_path, grant("B1", "One", "Hub"), known=known)
    assert said(plan) == ["2 Recipient Org:Name: several in the register are called ‘Hub’. Say which."]
    assert plan.kinds() == Counter()
    exact = planned(tmp_path, grant("B1", "One", "HUB"), known=known)
    assert exact.outcomes() == Counter(added=1)


def test_rows_that_wait_bring_nothing_in(tmp_path: Path) -> None:
    number = {"Org:Identifier": "GB-CHC-1"}
    rows = (grant("B1", "One", "Hub", **number), grant("B2", "Two", "The Hub", **number))
    plan = planned(tmp_path, *rows, accepted=frozenset())
    assert [row.state for row in plan.rows] == ["ready", "waiting"]
    assert plan.kinds() == Counter(partnership=1, partner=1, organisation=2)


def test_months_from_a_day_that_no_calendar_has_end_nowhere() -> None:
    assert after_months("9998-12-01", 12) == "" and after_months("2018-02-30", 1) == ""
    assert after_months("2018-01-31", 1) == "2018-02-28" and after_months("2018-04-01", 12) == "2019-03-31"
