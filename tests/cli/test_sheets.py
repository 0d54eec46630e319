"""Spreadsheets in and out by command."""

from pathlib import Path

from tests.cli.conftest import Pm
from tests.exchange.made_files import as_csv

REAL = Path(__file__).parents[1] / "data" / "councils"


def test_a_real_register_comes_in_once_and_goes_out_with_one_undo(pm: Pm, empty: Path) -> None:
    source = REAL / "outside_bodies_appointments.csv"
    trial = pm("import", empty, source, "--as", "outside_body", "--dry-run", "--json").json
    assert trial["dry_run"] is True
    assert pm("list", empty, "outside_body", "--json").json == []
    first = pm("import", empty, source, "--as", "outside_body", "--json")
    assert (first.code, first.err) == (0, "")
    counts = first.json
    assert counts["read"] == counts["added"] + counts["changed"] + counts["same"] + counts["refused"] > 10
    assert len(pm("list", empty, "outside_body", "--json").json) == counts["new"]["outside_body"]
    again = pm("import", empty, source, "--as", "outside_body", "--json").json
    assert (again["added"], again["changed"]) == (0, 0)
    assert pm("undo", empty).code == 0
    assert pm("list", empty, "outside_body", "--json").json == []


def test_each_refused_row_is_printed_with_its_reason(pm: Pm, empty: Path, tmp_path: Path) -> None:
    source = tmp_path / "bodies.csv"
    source.write_text("Name,Seats,Odd\nArts Trust,2,x\n,3,y\nDrainage Board,many,z\n", encoding="utf-8")
    answer = pm("import", empty, source, "--as", "outside bodies", "--map", "Odd=")
    assert answer.code == 0
    assert answer.out.splitlines()[:5] == ["read 3", "added 2", "changed 0", "same 0", "refused 1"]
    assert "Refused row 3: Name: the name is empty." in answer.out
    assert "Doubtful row 4: Seats: " in answer.out


def test_a_source_that_cannot_be_read(pm: Pm, empty: Path, tmp_path: Path) -> None:
    answer = pm("import", empty, tmp_path / "none.csv", "--as", "person")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.count("\n") == 1


def test_export_goes_round(pm: Pm, register: Path, tmp_path: Path) -> None:
    out = tmp_path / "bodies.csv"
    assert pm("export", register, "outside_body", out).out == f"{out}\n"
    assert "Moorland Arts Trust" in out.read_text(encoding="utf-8-sig")
    again = pm("import", register, out, "--as", "outside_body", "--json").json
    assert (again["added"], again["changed"], again["refused"]) == (0, 0, 0)
    assert pm("export", register, "outside_body", tmp_path / "bodies.xlsx").code == 0


def test_private_fields_go_out_only_when_asked(pm: Pm, register: Path, tmp_path: Path) -> None:
    pm("set", register, "person", "Priya Nair", "phone=01632 960001")
    public, whole = tmp_path / "public.csv", tmp_path / "whole.csv"
    pm("export", register, "person", public)
    pm("export", register, "person", whole, "--all")
    assert "960001" not in public.read_text(encoding="utf-8-sig")
    assert "960001" in whole.read_text(encoding="utf-8-sig")


def test_a_folder_that_is_not_there(pm: Pm, register: Path, tmp_path: Path) -> None:
    answer = pm("export", register, "person", tmp_path / "none" / "out.csv")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.count("\n") == 1


def test_a_list_never_takes_the_registers_place(pm: Pm, register: Path, tmp_path: Path) -> None:
    named_so = tmp_path / "register.csv"
    register.rename(named_so)
    before = named_so.read_bytes()
    answer = pm("export", named_so, "person", named_so)
    assert (answer.code, answer.out) == (1, "")
    assert "is the register itself" in answer.err
    assert named_so.read_bytes() == before


def test_columns_that_were_not_read_are_named(pm: Pm, empty: Path, tmp_path: Path) -> None:
    source = tmp_path / "bodies.csv"
    source.write_text("Name of body,Seats,Colour,Mood\nArts Trust,2,red,fine\n", encoding="utf-8")
    answer = pm("import", empty, source, "--as", "outside_body")
    assert "added 1" in answer.out
    assert "not read: Colour, Mood" in answer.out.splitlines()


def test_grants_are_called_so(pm: Pm, register: Path, tmp_path: Path) -> None:
    rows = [
        ["Identifier", "Title", "Amount Awarded", "Recipient Org:Name"],
        ["B1", "Warm rooms", "500", "Hub"],
    ]
    path = as_csv(tmp_path / "grants.csv", rows)
    assert "new, Grants: 1" in pm("import", register, path).out.splitlines()
    [made] = pm("list", register, "partnership", "--where", "kind=grant", "--json").json
    assert (made["name"], made["funding_cash"], made["note"]) == ("Warm rooms", 500, "Identifier: B1")
    again = pm("import", register, path, "--as", "partnership", "--json").json
    assert (again["same"], again["new"]) == (1, {})
