"""Forms by command: sent to a folder, one for each appointment due, their paths printed bare."""

from pathlib import Path

from pypdf import PdfReader

from tests.actions.return_story import ANSWERED, PRESSED
from tests.cli.conftest import Pm
from tests.filling import filled


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


def test_receive_says_what_was_understood_and_takes_it_in(pm: Pm, register: Path, tmp_path: Path) -> None:
    form = Path(pm("return", "send", register, "--out", tmp_path / "forms").out.strip())
    form.write_bytes(filled(form.read_bytes(), ANSWERED, PRESSED))
    (tmp_path / "forms" / "scan.jpg").write_bytes(b"\xff\xd8\xff")
    seen = pm("return", "receive", register, tmp_path / "forms", "--dry-run")
    assert seen.code == 0 and "1 return would be taken in. 1 file was left out." in seen.out
    assert "It is a picture. Type the answers in." in seen.out
    update = pm("list", register, "annual_update", "--json").json[0]
    assert (update["status"], update["meetings_held"]) == ("draft", None)
    assert "1 return was taken in." in pm("return", "receive", register, form.parent).out
    assert pm("show", register, "annual_update", update["id"], "--json").json["status"] == "submitted"
    again = pm("return", "receive", register, form, "--json")
    assert (again.code, again.json["files"][0]["state"]) == (0, "known")
    pm("undo", register)
    assert pm("show", register, "annual_update", update["id"], "--json").json["status"] == "draft"


def test_receive_asks_which_answers_to_take(pm: Pm, register: Path, tmp_path: Path) -> None:
    form = Path(pm("return", "send", register, "--out", tmp_path / "forms").out.strip())
    form.write_bytes(filled(form.read_bytes(), {**ANSWERED, "main_business": "By the member"}, PRESSED))
    update = pm("list", register, "annual_update", "--json").json[0]["id"]
    pm("set", register, "annual_update", update, "main business=By an officer")
    kept = pm("return", "receive", register, form)
    assert kept.code == 0 and "Other answers stand in the register." in kept.out
    assert pm("return", "receive", register, form, "--take", "other.pdf").code == 1
    assert pm("show", register, "annual_update", update, "--json").json["main_business"] == "By an officer"
    assert pm("return", "receive", register, form, "--take", form.name, "--year", "2025-26").code == 0
    assert pm("show", register, "annual_update", update, "--json").json["main_business"] == "By the member"


def test_receive_exits_1_when_nothing_could_be_read(pm: Pm, register: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.pdf").write_bytes(b"%PDF-1.4 nothing")
    answer = pm("return", "receive", register, tmp_path / "notes.pdf", tmp_path / "gone.pdf")
    assert answer.code == 1
    assert "Not taken in" in answer.out
    assert pm("return", "receive", register).code == 2
