"""Papers by command."""

from pathlib import Path

import pypdf
import pytest

from tests.cli.conftest import Pm

PLANNED = """
plan      | name=Corporate Plan | kind=corporate plan
objective | name=A greener district | plan=Corporate Plan
organisation | name=Moorland Arts
contribution | partnership=Active Aldermoor | organisation=Moorland Arts | what it undertook=A hall
measure   | code=EN02 | title=Waste recycled | objective=A greener district | which way is better=higher
measure   | code=AA01 | title=Adults active
measure   | code=DA02 | title=Children in refuges | public or internal=internal
reading   | measure=EN02 | period=2025-26 | value=46.9
"""


@pytest.fixture
def measured(pm: Pm, register: Path) -> Path:
    """The register with a plan and three measures, one of them internal."""
    for line in PLANNED.strip().splitlines():
        kind, *values = (part.strip() for part in line.split("|"))
        answer = pm("add", register, kind, *values)
        assert answer.code == 0, answer.err
    return register


@pytest.mark.parametrize(
    ("name", "of"),
    [
        ("progress", "Active Aldermoor"),
        ("cabinet", ""),
        ("cabinet", "Active Aldermoor"),
        ("slippage", ""),
        ("contributions", "Moorland Arts"),
        ("measure", "EN02"),
        ("plan", "Corporate Plan"),
        ("alignment", ""),
        ("register-outside-bodies", ""),
        ("register-partnerships", ""),
    ],
)
def test_a_paper_is_written_and_its_path_printed(
    name: str, of: str, pm: Pm, measured: Path, tmp_path: Path
) -> None:
    out = tmp_path / f"{name}.pdf"
    answer = pm("paper", measured, name, out, *(["--for", of] if of else []), "--lang", "cy")
    assert (answer.code, answer.out, answer.err) == (0, f"{out}\n", "")
    assert out.read_bytes().startswith(b"%PDF-")


def test_several_measures_in_one_paper(pm: Pm, measured: Path, tmp_path: Path) -> None:
    out = tmp_path / "stories.pdf"
    assert pm("paper", measured, "measure", out, "--for", "EN02", "--for", "AA01").code == 0
    reader = pypdf.PdfReader(out)
    assert reader.metadata is not None
    assert reader.metadata.title == "How 2 measures are doing"


def test_an_internal_measure_is_not_printed(pm: Pm, measured: Path, tmp_path: Path) -> None:
    answer = pm("paper", measured, "measure", tmp_path / "a.pdf", "--for", "DA02")
    assert (answer.code, answer.out) == (1, "")
    assert "DA02 Children in refuges" in answer.err
    assert "is internal, so no paper prints it" in answer.err


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


def test_one_report_for_each_partnership(pm: Pm, register: Path, tmp_path: Path) -> None:
    pm("add", register, "partnership", "name=Zoo trust", "kind=thematic")
    out = tmp_path / "reports"
    answer = pm("paper", register, "progress", out, "--each", "--year", "2025-26 Q4")
    assert answer.code == 0
    assert answer.out == f"{out}/Progress report, Active Aldermoor, 2025-26 Q4.pdf\n"
    assert answer.err == "1 partnership has no progress update for that time, so it has no file.\n"
    assert [path.name for path in out.iterdir()] == ["Progress report, Active Aldermoor, 2025-26 Q4.pdf"]
    assert pm("paper", register, "cabinet", out, "--each").code == 2
    refused = pm("paper", register, "progress", out, "--each", "--year", "2019-20")
    assert (refused.code, refused.out) == (1, "")


def test_the_pack_for_scrutiny_and_the_private_sheets(pm: Pm, register: Path, tmp_path: Path) -> None:
    pm("add", register, "personal_target", "The target=Meet each quarter", "person=Helen Marsh",
       "year=2025-26", "partnership=Active Aldermoor", "hours=40")  # fmt: skip
    out = tmp_path / "out.pdf"
    assert pm("paper", register, "appraisal", out, "--for", "Helen Marsh", "--year", "2025-26").code == 0
    text = " ".join(pypdf.PdfReader(out).pages[0].extract_text().split())
    assert "Meet each quarter" in text and "Private: not for publication" in text
    assert pm("paper", register, "scrutiny", out).code == 0
    pages = pypdf.PdfReader(out).pages
    assert "Meet each quarter" not in " ".join(page.extract_text() for page in pages)
    answer = pm("paper", register, "appraisal", out, "--year", "2019-20")
    assert (answer.code, answer.err) == (1, "No personal target is recorded for 2019-20.\n")
