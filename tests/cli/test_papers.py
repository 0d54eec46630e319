"""Papers by command."""

from pathlib import Path

import pytest

from tests.cli.conftest import Pm


@pytest.mark.parametrize(
    ("name", "of"),
    [("progress", "Active Aldermoor"), ("register-outside-bodies", ""), ("register-partnerships", "")],
)
def test_a_paper_is_written_and_its_path_printed(
    name: str, of: str, pm: Pm, register: Path, tmp_path: Path
) -> None:
    out = tmp_path / f"{name}.pdf"
    answer = pm("paper", register, name, out, *(["--for", of] if of else []), "--lang", "cy")
    assert (answer.code, answer.out, answer.err) == (0, f"{out}\n", "")
    assert out.read_bytes().startswith(b"%PDF-")


def test_an_annual_update_by_its_id(pm: Pm, register: Path, tmp_path: Path) -> None:
    [update] = pm("list", register, "annual_update", "--json").json
    assert pm("paper", register, "annual-update", tmp_path / "a.pdf", "--for", update["id"]).code == 0


def test_a_paper_of_nothing_is_refused(pm: Pm, register: Path, tmp_path: Path) -> None:
    answer = pm("paper", register, "progress", tmp_path / "a.pdf", "--for", "Nowhere")
    assert (answer.code, answer.out) == (1, "")
    assert not (tmp_path / "a.pdf").exists()


def test_a_paper_never_takes_the_registers_place(pm: Pm, register: Path, tmp_path: Path) -> None:
    before = register.read_bytes()
    assert pm("paper", register, "register-partnerships", register).code == 2
    other = tmp_path / "register.pdf"
    other.hardlink_to(register)
    answer = pm("paper", register, "register-partnerships", other)
    assert (answer.code, answer.out) == (1, "")
    assert "is the register itself" in answer.err
    assert register.read_bytes() == before


def test_a_folder_that_is_not_there(pm: Pm, register: Path, tmp_path: Path) -> None:
    answer = pm("paper", register, "register-partnerships", tmp_path / "none" / "a.pdf")
    assert (answer.code, answer.out) == (1, "")
    assert "There is no folder" in answer.err


def test_a_period_without_a_report(pm: Pm, register: Path, tmp_path: Path) -> None:
    answer = pm("paper", register, "progress", tmp_path / "a.pdf", "--for", "Active Aldermoor",
                "--year", "2019-20")  # fmt: skip
    assert answer.code == 1
    assert answer.err == "Active Aldermoor has no progress update for 2019-20.\n"
