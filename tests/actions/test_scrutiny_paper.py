"""The pack for scrutiny from a real register; nothing private and no internal measure is in it."""

import io
from pathlib import Path

import pypdf

from pmdesk.actions.papers import paper_bytes
from pmdesk.actions.sample import TODAY, build_sample
from pmdesk.actions.scrutiny_paper import scrutiny_figures
from pmdesk.domain.words import words_in
from pmdesk.register.store import Register
from tests.actions.saving import save

EN = words_in("en")


def test_what_is_weak_late_and_open(register: Register) -> None:
    forum = save(register, "partnership", name="Forum", reporting_interval="quarter", note="SECRET")
    plan = save(register, "plan", name="Forum Plan")
    objective = save(register, "objective", name="Homes", plan=plan)
    save(register, "measure", title="Homes found", objective=objective)
    hidden = save(register, "measure", title="SECRET", objective=objective, visibility="internal")
    save(register, "milestone", title="Depot opened", partnership=forum, first_due="1/3/2026")
    review = save(register, "review", title="A look", partnership=forum, reported_on="1/2/2026")
    save(register, "recommendation", text="Act", review=review, note="SECRET")
    save(register, "tension", title="SECRET", measure=hidden, other_words="x")
    save(register, "tension", title="Beds", target_words="y", other_words="x", cost_words="T", note="SECRET")
    figures = scrutiny_figures(register, EN, TODAY)
    told = {block.heading: [row[0].text for row in block.rows] for block in figures.blocks}
    assert told == {
        "Partnerships, and when scrutiny last looked": ["Forum"],
        "Recommendations that are open": ["Act"],
        "Weak plans, by SMART letter": ["Forum Plan"],
        "Progress updates overdue": ["Forum"],
        "Milestones past their date": ["Depot opened"],
        "Targets that pull against each other": ["Beds"],
    }
    letters = {block.heading: block.rows for block in figures.blocks}["Weak plans, by SMART letter"]
    assert [cell.text for cell in letters[0]] == ["Forum Plan", *["0 of 1"] * 5]
    assert "SECRET" not in repr(figures)


def test_the_sample_pack_says_what_its_pages_say(tmp_path: Path) -> None:
    with build_sample(tmp_path / "sample.pmdesk") as register:
        made = paper_bytes(register, "scrutiny", [], None, EN, TODAY)
        targets = [str(row["title"]) for row in register.all("personal_target")]
    said = " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages).split())
    assert "13 of 18 partnerships are due a look by scrutiny." in said
    assert targets and not any(title in said for title in targets)


def test_an_empty_register_has_a_pack_too(register: Register) -> None:
    assert [block.rows for block in scrutiny_figures(register, EN, TODAY).blocks] == [()] * 5
