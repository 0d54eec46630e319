"""Moving updates on by command: submitted, accepted, signed off, returned, published."""

from pathlib import Path

from tests.cli.conftest import Pm

SEAT = "Moorland Arts Trust, Robert Ashdown, 2025-26"
REPORT = "Active Aldermoor, 2025-26 Q4"


def status(pm: Pm, register: Path, kind: str) -> str:
    return str(pm("list", register, kind, "--json").json[0]["status"])


def test_an_annual_update_from_draft_to_published(pm: Pm, register: Path) -> None:
    pm("set", register, "annual_update", SEAT, "declared=yes")
    [update] = pm("list", register, "annual_update", "--json").json
    assert pm("submit", register, "annual_update", update["id"]).out == f"Submitted annual update: {SEAT}\n"
    assert pm("accept", register, update["id"]).code == 0
    assert pm("publish", register, "annual_update", SEAT).code == 0
    assert status(pm, register, "annual_update") == "published"


def test_a_progress_update_is_returned_and_signed_off(pm: Pm, register: Path) -> None:
    assert pm("submit", register, REPORT).code == 0
    bare = pm("return-back", register, REPORT)
    assert (bare.code, bare.out) == (1, "")
    assert pm("return-back", register, REPORT, "--because", "say more").code == 0
    assert status(pm, register, "progress_update") == "returned"
    assert pm("submit", register, REPORT).code == 0
    assert pm("sign-off", register, "progress_update", REPORT).code == 0
    assert status(pm, register, "progress_update") == "signed_off"


def test_many_annual_updates_are_one_save_and_those_that_stay_are_said(pm: Pm, register: Path) -> None:
    [update] = pm("list", register, "annual_update", "--json").json
    pm("add", register, "municipal_year", "name=2024-25")
    other = pm(
        *("add", register, "annual_update", f"appointment={update['appointment']}"),
        *("municipal_year=2024-25", "main_business=Opened.", "declared=yes"),
    ).out.strip()
    pm("set", register, "annual_update", SEAT, "declared=yes")
    pm("submit", register, "annual_update", update["id"])
    answer = pm("accept", register, update["id"], other)
    assert (answer.code, answer.out) == (1, f"Accepted annual update: {SEAT}\n")
    assert "‘Draft’ cannot become ‘Accepted’" in answer.err
    pm("submit", register, "annual_update", other)
    pm("accept", register, other)
    answer = pm("publish", register, "annual_update", update["id"], other)
    assert (answer.code, answer.out.count("Published annual updates: ")) == (0, 2)
    assert pm("undo", register).code == 0
    told = pm("list", register, "annual_update", "--json").json
    assert [row["status"] for row in told] == ["accepted", "accepted"]


def test_a_step_out_of_turn_is_refused(pm: Pm, register: Path) -> None:
    answer = pm("accept", register, SEAT)
    assert (answer.code, answer.out) == (1, "")
    assert "Draft" in answer.err


def test_a_step_of_the_wrong_kind(pm: Pm, register: Path) -> None:
    assert pm("accept", register, "progress_update", REPORT).code == 2
    assert pm("accept", register, "a", "b", "c").code == 1
    assert pm("return-back", register, "progress_update", REPORT, REPORT, "--because", "x").code == 2
    assert pm("accept", register, "no such update").code == 1


def test_what_was_signed_off_is_corrected_by_a_new_version(pm: Pm, register: Path) -> None:
    assert pm("correct", register, REPORT).code == 1
    for step in ("submit", "sign-off"):
        pm(step, register, REPORT)
    made = pm("correct", register, REPORT).out.strip()
    assert pm("correct", register, REPORT).code == 1, "two are called so now: the id says which"
    assert pm("set", register, "progress_update", made, "done=Met three times.").code == 0
    assert pm("submit", register, made).code == pm("sign-off", register, made).code == 0
    told = {row["id"]: row["status"] for row in pm("list", register, "progress_update", "--json").json}
    assert told.pop(made) == "signed_off" and list(told.values()) == ["replaced"]
    assert pm("show", register, "progress_update", REPORT, "--json").json["id"] == made
