"""Lists, one record, attention and history, for people and for programs."""

from pathlib import Path

import pytest

from pmdesk.cli.reading import COLUMNS
from pmdesk.domain.entities import ENTITIES
from tests.cli.conftest import Pm


def test_a_list_for_programs_has_whole_records(pm: Pm, register: Path) -> None:
    [body] = pm("list", register, "outside_body", "--json").json
    assert {field.name for field in ENTITIES["outside_body"].fields} <= set(body)
    assert (body["name"], body["seats"], body["support"]) == ("Moorland Arts Trust", 2, 5605.5)
    assert (body["link_officer"], len(body["link_officer_id"])) == ("Helen Marsh", 36)
    assert body["made_by"] == "Helen Marsh"
    assert body["category"] is None


def test_money_without_pence_is_a_whole_number(pm: Pm, register: Path) -> None:
    pm("set", register, "outside_body", "Moorland Arts Trust", "support=£118,400")
    assert '"support": 118400,' in pm("list", register, "outside_body", "--json").out


def test_json_is_utf8_as_it_is(pm: Pm, register: Path) -> None:
    pm("add", register, "organisation", "name=Tŷ Glân ‘Moor’")
    assert "Tŷ Glân ‘Moor’" in pm("list", register, "organisation", "--json").out


def test_what_is_worked_out(pm: Pm, register: Path) -> None:
    [seat] = pm("list", register, "appointment", "--json").json
    assert (seat["vacancy"], seat["person"], seat["starts"]) == (False, "Robert Ashdown", "2025-05-21")
    pm("add", register, "appointment", "outside_body=moorland arts trust")
    assert [each["vacancy"] for each in pm("list", register, "appointment", "--json").json].count(True) == 1
    [milestone] = pm("list", register, "milestone", "--json").json
    assert (milestone["now"], milestone["slip_days"]) == ("2020-06-12", 73)
    assert (milestone["times_redated"], milestone["state"]) == (1, "past")


def test_a_record_without_a_name_is_named_by_what_it_hangs_on(pm: Pm, register: Path) -> None:
    [update] = pm("list", register, "annual_update", "--json").json
    assert update["appointment"] == "Moorland Arts Trust, Robert Ashdown"
    assert update["municipal_year"] == "2025-26"


def test_deleted_records_are_left_out(pm: Pm, register: Path) -> None:
    pm("add", register, "organisation", "name=Gone")
    pm("delete", register, "organisation", "Gone")
    assert "Gone" not in [each["name"] for each in pm("list", register, "organisation", "--json").json]


@pytest.mark.parametrize("word", ["outside_body", "outside_bodies", "Outside bodies", "outside-body"])
def test_an_entity_by_any_of_its_words(word: str, pm: Pm, register: Path) -> None:
    assert "Moorland Arts Trust" in pm("list", register, word).out


@pytest.mark.parametrize("kind", [name for name, entity in ENTITIES.items() if not entity.sealed])
def test_every_list_can_be_read(kind: str, pm: Pm, register: Path) -> None:
    assert all(ENTITIES[kind].has(name) for name in COLUMNS[kind])
    answer = pm("list", register, kind)
    assert (answer.code, answer.err) == (0, "")
    told = pm("list", register, kind, "--json").json
    # One line for each record and one of headings, or one sentence.
    assert len(answer.out.splitlines()) == len(told) + 1
    assert all(each["id"] in answer.out for each in told)


def test_a_list_narrowed_and_sorted(pm: Pm, register: Path) -> None:
    pm("add", register, "person", "name=Zoe Hill", "kind=officer")
    officers = pm(
        "list", register, "person", "--where", "kind=Officer", "--order", "name", "--descending", "--json"
    )
    assert [each["name"] for each in officers.json] == ["Zoe Hill", "Helen Marsh"]
    found = pm("list", register, "person", "--find", "ashd", "--json").json
    assert [each["name"] for each in found] == ["Robert Ashdown"]
    refused = pm("list", register, "person", "--where", "kind=dragon")
    assert (refused.code, refused.err[:6]) == (1, "Kind: ")


def test_show_has_the_record_its_relations_and_its_figures(pm: Pm, register: Path) -> None:
    body = pm("show", register, "outside_body", "moorland arts trust", "--json").json
    assert body["related"] == {"appointment": 1}
    assert (body["annual_updates_in"], body["annual_updates_due"]) == (0, 1)
    partnership = pm("show", register, "partnership", "Active Aldermoor", "--json").json
    assert partnership["related"] == {"progress_update": 1, "milestone": 1}
    assert partnership["milestones_late"] == 1
    milestone = pm("show", register, "milestone", "Courts resurfaced", "--json").json
    assert [each["date"] for each in milestone["forecasts"]] == ["2020-06-12"]
    assert pm("show", register, "partnership", partnership["id"], "--json").json == partnership


def test_show_for_people(pm: Pm, register: Path) -> None:
    said = pm("show", register, "outside_body", "Moorland Arts Trust").out
    assert "Council support: £5,605.50" in said
    assert "Appointments: 1" in said
    assert "Category" not in said


def test_show_says_what_is_worked_out_in_words(pm: Pm, register: Path) -> None:
    said = pm("show", register, "milestone", "Courts resurfaced").out
    assert "Date now: 12 June 2020\n" in said
    assert "State: past its first date\n" in said


def test_show_of_nothing(pm: Pm, register: Path) -> None:
    answer = pm("show", register, "partnership", "Nowhere")
    assert (answer.code, answer.out) == (1, "")
    assert "Nowhere" in answer.err


def test_attention_for_people_and_programs(pm: Pm, register: Path) -> None:
    said = pm("attention", register).out
    assert "Courts resurfaced; past its first date, re-dated once; 73 days, to 12 June 2020" in said
    told = pm("attention", register, "--json").json
    assert len(told["strip"]) == 5
    assert told["count"] == sum(len(group["items"]) for group in told["groups"])
    assert {"key", "title", "items", "more"} == set(told["groups"][0])


def test_attention_in_welsh_says_the_same_figures(pm: Pm, register: Path) -> None:
    english, welsh = (pm("attention", register, "--json", "--lang", each).json for each in ("en", "cy"))
    assert [each["n"] for each in english["strip"]] == [each["n"] for each in welsh["strip"]]


def test_history_of_one_record(pm: Pm, register: Path) -> None:
    pm("set", register, "outside_body", "Moorland Arts Trust", "seats=3", "support=100")
    lines = pm("history", register, "outside_body", "Moorland Arts Trust", "--json").json
    newest = {each["field"]: (each["old"], each["new"], each["by"]) for each in lines[:2]}
    assert newest == {"seats": (2, 3, "Helen Marsh"), "support": (5605.5, 100, "Helen Marsh")}
    assert lines[0]["at"].endswith("Z")
    assert "Seats: 2 → 3" in pm("history", register, "outside_body", "Moorland Arts Trust").out


def test_history_of_the_whole_register(pm: Pm, register: Path) -> None:
    lines = pm("history", register, "--limit", "1000", "--json").json
    assert lines[-1]["label"] == "Started register"
    assert pm("history", register, "--limit", "1").out.count("\n") == 1
    people = [each for each in lines if each["field"] == "person" and each["kind"] == "appointment"]
    assert [each["new"] for each in people] == ["Robert Ashdown"]
    assert people[0]["title"] == "Moorland Arts Trust, Robert Ashdown"
