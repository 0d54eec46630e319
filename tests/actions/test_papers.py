"""Papers made from a real register, read back from their bytes."""

import io
import sys
from pathlib import Path

import pypdf
import pytest

from pmdesk.actions.paper_names import file_name
from pmdesk.actions.paper_table import PAPERS
from pmdesk.actions.papers import make_paper, paper_bytes
from pmdesk.actions.records import save
from pmdesk.actions.registers import Unavailable
from pmdesk.actions.updates import move_on
from pmdesk.domain.check import Refused
from pmdesk.domain.words import words_in
from tests.actions.figure_story import HIDDEN, council_with_figures
from tests.actions.health_story import hold_health_check
from tests.actions.paper_story import SECRET, TODAY, Story, council, mark_private

EN = words_in("en")


def text_of(made: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages).split())


def subject(story: Story, name: str) -> list[str]:
    ids = story.ids
    return {
        "annual_update": [ids["update"]],
        "progress_update": [ids["board"]],
        "organisation": [ids["county"]],
        "measure": ["EN02"],
        "plan": ["Corporate Plan"],
        "health_check": ["How we work together"],
        "person": [ids["member"]],
        "validation": ["The framework in winter"],
    }.get(PAPERS[name].of, [])


@pytest.mark.parametrize("name", sorted(set(PAPERS) - {"appraisal", "person-report"}))
def test_every_paper_is_printed_and_keeps_what_is_private(name: str, tmp_path: Path) -> None:
    story = council_with_figures(tmp_path)
    mark_private(story.register)
    hold_health_check(story.register)
    save(story.register, "validation", {"title": "The framework in winter", "held_on": "2026-01-14"})
    made = paper_bytes(story.register, name, subject(story, name), None, EN, TODAY)
    assert made == paper_bytes(story.register, name, subject(story, name), None, EN, TODAY)
    said = text_of(made)
    assert "Aldermoor District Council" in said
    assert SECRET not in said
    assert HIDDEN not in said
    assert SECRET.encode() not in made


def test_what_was_typed_is_printed_as_typed(tmp_path: Path) -> None:
    story = council(tmp_path)
    said = text_of(paper_bytes(story.register, "annual-update", [story.ids["update"]], None, EN, TODAY))
    assert 'R&D <50% and "><img src=x>.' in said


def test_a_body_gives_its_latest_accepted_update(tmp_path: Path) -> None:
    story = council(tmp_path)
    by_id = paper_bytes(story.register, "annual-update", [story.ids["update"]], None, EN, TODAY)
    by_name = paper_bytes(
        story.register, "annual-update", ["aldermoor citizens advice"], "2025-26", EN, TODAY
    )
    assert by_id == by_name
    with pytest.raises(Refused, match="has no annual update that was accepted"):
        paper_bytes(story.register, "annual-update", ["Aldermoor Citizens Advice"], "2024-25", EN, TODAY)
    move_on(story.register, "annual_update", story.ids["update"], "returned", TODAY, "Say more")
    with pytest.raises(Refused):
        paper_bytes(story.register, "annual-update", ["Aldermoor Citizens Advice"], None, EN, TODAY)


@pytest.mark.parametrize(
    ("name", "of", "sentence"),
    [
        ("minutes", [], "There is no paper called"),
        ("annual-update", [], "Say which annual update"),
        ("annual-update", ["Nowhere"], "There is no"),
        ("progress", [], "Say which partnership"),
        ("progress", ["Arts grant"], "Arts grant has no progress update yet"),
        ("progress", ["Nowhere"], "There is no"),
        ("cabinet", ["Nowhere"], "There is no"),
        ("slippage", ["Nowhere"], "There is no"),
        ("contributions", [], "No partner has undertaken anything"),
        ("measure", [], "Say which measure"),
        ("measure", ["XX99"], "There is no"),
        ("plan", [], "Say which plan"),
        ("plan", ["Nowhere"], "There is no"),
        ("alignment", [], "There is nothing to report yet"),
        ("appraisal", [], "No personal target is recorded for these people"),
        ("appraisal", ["Nowhere"], "There is no"),
    ],
)
def test_what_is_not_there_is_refused(name: str, of: list[str], sentence: str, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=sentence):
        make_paper(council(tmp_path).register, name, tmp_path / "out.pdf", of, None, EN, TODAY)
    assert not (tmp_path / "out.pdf").exists()


def test_a_paper_is_written_whole_over_the_last(tmp_path: Path) -> None:
    story, out = council(tmp_path), tmp_path / "papers" / "board.pdf"
    out.parent.mkdir()
    out.write_bytes(b"old")
    assert make_paper(story.register, "progress", out, [story.ids["board"]], "2025-26", EN, TODAY) == out
    assert out.read_bytes().startswith(b"%PDF")
    assert [path.name for path in out.parent.iterdir()] == ["board.pdf"]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="There is no folder"):
        make_paper(
            council(tmp_path).register,
            "register-partnerships",
            tmp_path / "no" / "a.pdf",
            [],
            None,
            EN,
            TODAY,
        )


def test_the_file_is_named_for_what_is_in_it(tmp_path: Path) -> None:
    story = council_with_figures(tmp_path)
    hold_health_check(story.register)
    save(story.register, "validation", {"title": "The framework in winter", "held_on": "2026-01-14"})
    named = [file_name(story.register, name, subject(story, name), None, EN, TODAY) for name in PAPERS]
    assert named == [
        "Annual update, Aldermoor Citizens Advice, 2025-26.pdf",
        "Annual updates pack, 2025-26.pdf",
        "Progress report, Wendle Valley Town Centre Board, 2025-26 Q4.pdf",
        "Partnerships, for Cabinet, 2025-26.pdf",
        "Milestones that slipped, 2025-26.pdf",
        "Contributions of partners, Wendleshire County Council, 2025-26.pdf",
        "Health check, How we work together.pdf",
        "Partnerships, for scrutiny, 2025-26.pdf",
        "Tensions between targets, 2025-26.pdf",
        "Validation of the framework, The framework in winter.pdf",
        "Story of a measure, Household waste recycled.pdf",
        "Performance report, Corporate Plan.pdf",
        "One set of figures, 2025-26.pdf",
        "Appointments to outside bodies, 2026-27.pdf",
        "Register of outside bodies, 2025-26.pdf",
        "The year in pictures, 2025-26.pdf",
        "Register of partnerships, 2025-26.pdf",
        "What we hold about a person, Margaret Holloway, 2025-26.pdf",
        "People’s data erased, 2025-26.pdf",
        "Personal targets, Margaret Holloway, 2025-26.pdf",
    ]


def test_knowing_the_papers_does_not_load_the_printer() -> None:
    import subprocess

    asked = "import sys, pmdesk.actions.papers; sys.exit('reportlab' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False, timeout=60).returncode == 0
