"""Forms by command: sent to a folder, one for each appointment due, their paths printed bare."""

from pathlib import Path

from pypdf import PdfReader

from tests.cli.conftest import Pm


def test_send_prints_a_path_a_line(pm: Pm, register: Path, tmp_path: Path) -> None:
    out = tmp_path / "forms"
    answer = pm("return", "send", register, "--year", "2025-26", "--out", out)
    assert (answer.code, answer.out) == (0, f"{out / 'Robert Ashdown – Moorland Arts Trust, 2025-26.pdf'}\n")
    form = PdfReader(answer.out.strip())
    assert (form.get_fields() or {})["main_business"]["/V"] == "A new roof"
    assert form.trailer["/Root"]["/Lang"] == "en-GB"


def test_send_in_welsh_for_one_body(pm: Pm, register: Path, tmp_path: Path) -> None:
    told = ("--out", tmp_path / "cy", "--for", "Moorland Arts Trust", "--lang", "cy")
    answer = pm("return", "send", register, *told)
    assert answer.code == 0
    assert PdfReader(answer.out.strip()).trailer["/Root"]["/Lang"] == "cy-GB"


def test_send_refused_with_its_reason(pm: Pm, register: Path, tmp_path: Path) -> None:
    answer = pm("return", "send", register, "--out", tmp_path / "forms", "--for", "Nowhere")
    assert answer.code == 1 and "Nowhere" in answer.err
    assert pm("return", "send", register, "--year", "1999-00", "--out", tmp_path / "forms").code == 1
    assert not (tmp_path / "forms").exists()
    assert pm("return", "send", register).code == 2
    assert "send" in pm("return", "--help").out
