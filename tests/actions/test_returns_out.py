"""Forms sent out: one for each seat that owes, named for whom it is, nothing of another's overwritten."""

from pathlib import Path

import pytest

from pmdesk.actions.records import save
from pmdesk.actions.registers import Unavailable
from pmdesk.actions.returns_out import form_name, returns_owed, seats_meant, send_returns, year_called
from pmdesk.domain.check import Refused
from pmdesk.domain.telling import Stopped
from pmdesk.register.store import Register
from tests.actions.return_story import EN, TODAY, YEAR, council, fill, seat_of, sent


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return council(tmp_path)


def test_one_for_each_seat_that_owes(register: Register, tmp_path: Path) -> None:
    year = register.all("municipal_year")[0]["id"]
    agreed = {"appointment": seat_of(register, 2), "municipal_year": year, "status": "accepted"}
    save(register, "annual_update", agreed)
    body = register.find("outside_body", "Body 01")[0]["id"]
    save(register, "appointment", {"outside_body": body})  # a vacancy owes nothing
    left = save(register, "person", {"name": "Gone Before", "kind": "member"})[0]
    save(register, "appointment", {"outside_body": body, "person": left, "ends": "20/5/2025"})
    part = save(register, "person", {"name": "Part of It", "kind": "member"})[0]
    save(register, "appointment", {"outside_body": body, "person": part, "ends": "22/5/2025"})
    paths = sent(register, tmp_path / "forms")
    assert [path.name for path in paths] == [
        "Member 01 – Body 01, 2025-26.pdf",
        "Part of It – Body 01, 2025-26.pdf",
        "Member 03 – Body 03, 2025-26.pdf",
    ]
    assert sorted(paths) == sorted((tmp_path / "forms").iterdir())


def test_what_was_submitted_gets_a_form_only_where_it_is_named(register: Register, tmp_path: Path) -> None:
    year = register.all("municipal_year")[0]["id"]
    for number, status in ((1, "submitted"), (2, "returned"), (3, "draft")):
        save(register, "annual_update", {"appointment": seat_of(register, number), "municipal_year": year,
                                         "status": status, "returned_because": "Say more"})  # fmt: skip
    assert [path.name[:9] for path in sent(register, tmp_path / "all")] == ["Member 02", "Member 03"]
    assert [path.name[:9] for path in sent(register, tmp_path / "one", "Body 01")] == ["Member 01"]


def test_only_those_that_are_named(register: Register, tmp_path: Path) -> None:
    owed = returns_owed(register, year_called(register, YEAR, TODAY), TODAY)
    for named in ("body 02", "Member 02", seat_of(register, 2), "Body 02, Member 02"):
        assert [each.of["name"] for each in seats_meant(register, [named], owed)] == ["Body 02"]
    assert len(seats_meant(register, ["Body 01", "Member 01", "Body 03"], owed)) == 2
    with pytest.raises(Refused, match=r"Body 09|no appointment"):
        seats_meant(register, ["Body 09"], owed)


def test_the_same_forms_again_are_the_same_files(register: Register, tmp_path: Path) -> None:
    first = {path: path.read_bytes() for path in sent(register, tmp_path / "forms")}
    assert {path: path.read_bytes() for path in sent(register, tmp_path / "forms")} == first


def test_a_form_that_came_back_is_never_overwritten(register: Register, tmp_path: Path) -> None:
    paths = sent(register, tmp_path / "forms")
    kept = {path: path.read_bytes() for path in [fill(paths[1]), paths[0], paths[2]]}
    with pytest.raises(Unavailable, match=r"‘Member 02 – Body 02, 2025-26\.pdf’ is in that folder already"):
        sent(register, tmp_path / "forms")
    assert {path: path.read_bytes() for path in (tmp_path / "forms").iterdir()} == kept


def test_all_or_none_when_stopped(register: Register, tmp_path: Path) -> None:
    with pytest.raises(Stopped):
        send_returns(register, tmp_path / "forms", YEAR, (), EN, TODAY, lambda done, of: done < 2)
    assert not (tmp_path / "forms").exists()


def test_refused_with_its_reason(register: Register, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="2031-32"):
        send_returns(register, tmp_path / "forms", "2031-32", (), EN, TODAY)
    save(register, "municipal_year", {"name": "1990-91"})
    with pytest.raises(Refused, match="No annual update is owed for 1990-91"):
        send_returns(register, tmp_path / "forms", "1990-91", (), EN, TODAY)
    register.set_local("member", "somebody")
    with pytest.raises(Refused, match="Only the council’s register"):
        sent(register, tmp_path / "forms")
    assert not (tmp_path / "forms").exists()


def test_names_are_safe_on_any_system() -> None:
    assert form_name("A/B\\C:*?\n", 'D"E<F>|G', YEAR) == "A-B-C---- – D-E-F--G, 2025-26.pdf"
    assert form_name("..", "x" * 200, YEAR) == f"{'x' * 60}, 2025-26.pdf"
    assert form_name("Siân", "Ty\u0302 Glân", YEAR) == "Siân – Tŷ Glân, 2025-26.pdf"
