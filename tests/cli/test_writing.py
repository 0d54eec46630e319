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


def chained(pm: Pm, register: Path) -> None:
    """Two milestones that wait, one for the other and it for ‘Courts resurfaced’."""
    for title, due, waits in (
        ("Nets up", "30/6/2020", "Courts resurfaced"),
        ("First match", "31/7/2020", "Nets up"),
    ):
        pm(
            "add",
            register,
            "milestone",
            f"title={title}",
            f"first date={due}",
            "partnership=Active Aldermoor",
        )
        pm("add", register, "waits_for", f"milestone={title}", f"waits for={waits}")


REDATE = ("forecast", "milestone=Courts resurfaced", "date=22/6/2020", "reason=more rain", "cause=funding")


def test_a_re_date_prints_the_later_dates_it_would_move(pm: Pm, register: Path) -> None:
    chained(pm, register)
    lines = pm("add", register, *REDATE).out.splitlines()
    assert lines[1:] == [
        "2 later dates wait for it and were not moved (--push moves them):",
        "  Nets up: 30 June 2020 → 10 July 2020, waits for ‘Courts resurfaced’",
        "  First match: 31 July 2020 → 10 August 2020, waits for ‘Nets up’",
    ]
    assert pm("show", register, "forecast", lines[0]).code == 0
    assert pm("show", register, "milestone", "Nets up", "--json").json["now"] == "2020-06-30"


def test_a_re_date_pushes_the_later_dates_in_one_save(pm: Pm, register: Path) -> None:
    chained(pm, register)
    answer = pm("add", register, *REDATE, "--push", "--json").json
    assert [(slip["title"], slip["after"]) for slip in answer["moves"]] == [
        ("Nets up", "2020-07-10"), ("First match", "2020-08-10"),
    ]  # fmt: skip
    shown = pm("show", register, "milestone", "Nets up", "--json").json
    assert (shown["now"], shown["slip_days"], shown["times_redated"]) == ("2020-07-10", 10, 1)
    assert (shown["waits_for"], shown["waited_for_by"]) == (["Courts resurfaced"], ["First match"])
    assert shown["on_critical_chain"] is True
    assert shown["forecasts"][0]["reason"] == "Waits for ‘Courts resurfaced’, which moved to 22 June 2020."
    assert "Waits for: Courts resurfaced" in pm("show", register, "milestone", "Nets up").out
    pm("undo", register)
    assert pm("show", register, "milestone", "First match", "--json").json["now"] == "2020-07-31"


def test_a_push_says_why_and_goes_with_a_re_date_only(pm: Pm, register: Path) -> None:
    answer = pm("add", register, "forecast", "milestone=Courts resurfaced", "date=1/7/2020", "--push")
    assert (answer.code, answer.err) == (1, "Reason: Say why the date moves.\n")
    assert pm("add", register, "organisation", "name=A", "--push").code == 2


def test_a_re_date_reported_earlier_moves_nothing(pm: Pm, register: Path) -> None:
    chained(pm, register)
    old = pm("add", register, *REDATE[:2], "date=1/12/2020", "reported on=1/1/2020", "reason=old", "--push")
    assert len(old.out.splitlines()) == 1
    assert pm("show", register, "milestone", "Nets up", "--json").json["now"] == "2020-06-30"


def test_a_report_back_names_its_seat_as_people_write_it(pm: Pm, register: Path, tmp_path: Path) -> None:
    for day, went in (("4/3/26", "attended"), ("1/4/26", "apologies")):
        answer = pm(
            "add", register, "report_back", "appointment=Moorland Arts Trust / Robert Ashdown",
            f"date={day}", f"attendance={went}", "action=Mend it.", "internal=Between ourselves.",
        )  # fmt: skip
        assert (answer.code, answer.err) == (0, "")
    again = pm("add", register, "report_back", "seat=Moorland Arts Trust, Robert Ashdown", "date=4/3/26")
    assert again.code == 1 and "already" in again.err
    told = pm("list", register, "report_back", "--order", "meeting_on", "--json").json
    assert told[0]["appointment"] == "Moorland Arts Trust, Robert Ashdown"
    done = pm("set", register, "report_back", "Moorland Arts Trust, Robert Ashdown, 2026-03-04",
              "Dealt with on=27/4/26")  # fmt: skip
    assert done.code == 0, done.err
    seat = pm("show", register, "appointment", "Moorland Arts Trust / Robert Ashdown", "--json").json
    assert (seat["meetings_attended"], seat["meetings_reported"]) == (1, 2)
    assert "Attended of them: 1" in pm("show", register, "person", "Robert Ashdown").out
    out = tmp_path / "told.csv"
    assert pm("export", register, "report_back", str(out)).code == 0
    public = out.read_text(encoding="utf-8-sig")
    assert "Mend it." in public and "Between ourselves" not in public and "council only" not in public
