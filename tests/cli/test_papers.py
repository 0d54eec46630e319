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
