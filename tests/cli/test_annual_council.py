"""A sitting by command: listed, renewed, changed, ended; what is wrong is said and changes nothing."""

from pathlib import Path

from tests.cli.conftest import Pm

SEAT = "Moorland Arts Trust, Robert Ashdown"


def test_a_seat_is_listed_renewed_and_given_to_somebody_else(pm: Pm, register: Path) -> None:
    listed = pm("annual-council", register, "--year", "2026-27")
    assert "Cllr Robert Ashdown" in listed.out
    assert listed.out.endswith("0 of 1 decided\n")
    told = pm("annual-council", register, "--year", "2026-27", "--only", "vacant", "--json").json
    assert [seat["body_name"] for seat in told["seats"]] == ["Moorland Arts Trust"]
    done = pm("renew", register, SEAT, "--year", "2026-27")
    assert done.out == "1 appointment renewed\n1 of 1 decided\n"
    again = pm("renew", register, SEAT, "--year", "2026-27")
    assert (again.code, again.err) == (1, "This seat is renewed already.\n")
    changed = pm("change-seat", register, SEAT, "Priya Nair", "--year", "2026-27")
    assert changed.out.startswith("Moorland Arts Trust: Changed. Cllr Priya Nair, ")
    assert pm("undo", register).code == 0
    ended = pm("end-seat", register, SEAT, "--because", "Gave it up", "--year", "2026-27")
    assert ended.out.startswith("Moorland Arts Trust: Ended. Ended, seat left vacant: Gave it up")


def test_all_to_continue_and_a_whole_body(pm: Pm, register: Path) -> None:
    none = pm("renew", register, "--all-continue", "--year", "2026-27")
    assert (none.code, none.err) == (1, "There is no seat to renew.\n")
    pm("set", register, "annual_update", SEAT, "recommendation=continue", "declared=yes")
    assert pm("submit", register, "annual_update", SEAT).err == ""
    assert pm("renew", register, "--all-continue", "--year", "2026-27").out.startswith(
        "1 appointment renewed"
    )
    left = pm("end-seat", register, "Moorland Arts Trust", "--whole-body", "--because", "It has closed",
              "--year", "2026-27")  # fmt: skip
    assert left.out == "Ended appointing to a body\n"


def test_the_list_as_paper_and_as_a_spreadsheet(pm: Pm, register: Path, tmp_path: Path) -> None:
    out = tmp_path / "list.xlsx"
    assert pm("annual-council", register, "--year", "2026-27", "--out", out).out == f"{out}\n"
    assert out.read_bytes()[:2] == b"PK"
    pdf = tmp_path / "list.pdf"
    assert pm("paper", register, "appointments", pdf, "--year", "2026-27").out == f"{pdf}\n"
    assert pm("annual-council", register, "--out", tmp_path / "list.doc").code == 1


def test_wrong_usage_and_refusals(pm: Pm, register: Path) -> None:
    before = register.read_bytes()
    assert pm("renew", register).code == 2
    assert pm("renew", register, SEAT, "--all-continue").code == 2
    assert "There is no seat called" in pm("renew", register, "Nowhere").err
    assert pm("annual-council", register, "--year", "next").code == 1
    assert "why it ends" in pm("end-seat", register, SEAT, "--year", "2026-27").err
    assert register.read_bytes() == before
