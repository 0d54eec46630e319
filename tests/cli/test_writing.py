"""Adding, changing, deleting, undoing by command."""

from pathlib import Path

from tests.cli.conftest import Pm


def test_add_prints_the_id(pm: Pm, empty: Path) -> None:
    answer = pm("add", empty, "organisation", "name=Canal & River Trust", "KIND=Voluntary")
    assert (answer.code, answer.err) == (0, "")
    [made] = pm("list", empty, "organisation", "--find", "canal", "--json").json
    assert (made["id"], made["kind"]) == (answer.out.strip(), "voluntary")
    assert pm("add", empty, "organisation", "name=Other", "--json").json["changed"] is True


def test_add_is_refused_with_all_problems(pm: Pm, empty: Path) -> None:
    answer = pm("add", empty, "appointment", "person=Nobody", "from=31/02/2026", "bogus=1")
    assert answer.code == 1
    lines = answer.err.splitlines()
    assert [line.split(":")[0] for line in lines] == ["Person", "bogus", "From", "Outside body"]
    assert pm("list", empty, "appointment", "--json").json == []


def test_text_goes_in_as_it_was_typed(pm: Pm, empty: Path) -> None:
    pm("add", empty, "organisation", 'name=<b>&"><img src=x> = {0}')
    assert '<b>&"><img src=x> = {0}' in pm("list", empty, "organisation").out


def test_set_changes_says_and_can_be_undone(pm: Pm, register: Path) -> None:
    answer = pm("set", register, "outside_body", "Moorland Arts Trust", "Seats=3", "Link officer=")
    assert answer.out == "Saved outside body: Moorland Arts Trust\n"
    [body] = pm("list", register, "outside_body", "--json").json
    assert (body["seats"], body["link_officer"]) == (3, None)
    assert "Nothing changed" in pm("set", register, "outside_body", "Moorland Arts Trust", "seats=3").out
    assert pm("undo", register).out == "Undone: Saved outside body\n"
    assert pm("list", register, "outside_body", "--json").json[0]["link_officer"] == "Helen Marsh"
    assert pm("redo", register).out == "Done again: Saved outside body\n"
    assert pm("list", register, "outside_body", "--json").json[0]["seats"] == 3
    assert pm("redo", register).code == 1


def test_set_is_refused_with_all_problems_and_writes_nothing(pm: Pm, register: Path) -> None:
    before = register.read_bytes()
    answer = pm("set", register, "outside_body", "Moorland Arts Trust", "seats=many", "support=lots", "name=")
    assert (answer.code, answer.out) == (1, "")
    assert [line.split(":")[0] for line in answer.err.splitlines()] == ["Seats", "Council support", "Name"]
    assert register.read_bytes() == before


def test_delete_is_refused_while_others_hang_on_it(pm: Pm, register: Path) -> None:
    answer = pm("delete", register, "outside_body", "Moorland Arts Trust")
    assert answer.code == 1
    assert "Appointments" in answer.err
    pm("add", register, "organisation", "name=Canal")
    assert pm("delete", register, "organisation", "Canal").out == "Deleted organisation: Canal\n"
    assert pm("undo", register).code == 0
    assert pm("show", register, "organisation", "Canal").code == 0


def test_undo_of_nothing(pm: Pm, empty: Path) -> None:
    while pm("undo", empty).code == 0:
        continue
    answer = pm("undo", empty)
    assert (answer.code, answer.err) == (1, "There is nothing to undo.\n")


def test_the_status_of_an_update_moves_on_when_set(pm: Pm, register: Path) -> None:
    seat = "Moorland Arts Trust, Robert Ashdown, 2025-26"
    early = pm("set", register, "annual_update", seat, "status=accepted")
    assert early.code == 1
    unready = pm("set", register, "annual_update", seat, "status=submitted")
    assert unready.err.startswith("I declare that this is a true account: ")
    assert pm("set", register, "annual_update", seat, "declared=yes", "status=submitted").code == 0
    assert pm("set", register, "annual_update", seat, "status=accepted").code == 0
    [update] = pm("list", register, "annual_update", "--json").json
    assert update["status"] == "accepted"
    assert update["submitted_on"]
    assert update["accepted_on"]
    assert pm("set", register, "annual_update", seat, "main_business=other").code == 1


def test_the_start_of_a_register_cannot_be_undone(pm: Pm, register: Path) -> None:
    while pm("undo", register).code == 0:
        pass
    [settings] = pm("list", register, "settings", "--json").json
    assert settings["council"] == "Aldermoor District Council"
    assert pm("list", register, "outside_body", "--json").json == []
