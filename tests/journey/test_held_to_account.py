"""An officer's morning with what partners owe each other, in the real window on the sample register."""

from pathlib import Path
from typing import Any

import pytest

from pmdesk.actions.papers import paper_bytes
from pmdesk.domain.words import words_in
from pmdesk.figures.record_page import Edit
from tests.papers.reading import all_text
from tests.running import Running, copy_of

EN, TODAY = words_in("en"), "2026-04-27"


@pytest.fixture
def at_work(run: Running, sample_file: Path) -> Running:
    run.program.open(copy_of(sample_file, run.folder))
    run.activate()
    return run


def form(page: Any) -> Any:
    found = page.form()
    assert found is not None
    return found


def called(run: Running, kind: str, title: str) -> str:
    return next(
        str(row["id"]) for row in run.register.all(kind) if title in (row.get("title"), row.get("name"))
    )


def test_a_challenge_is_seen_beside_the_score_until_it_is_closed(at_work: Running) -> None:
    measure = called(at_work, "measure", "Burglaries per 1,000 homes")
    page: Any = at_work.office.visit("measures", measure)
    assert page.view.shown.page.challenged is None
    [section] = [each for each in page.view.shown.page.sections if each.title == "Challenges"]
    page.view._go(section.action.lead)
    page = at_work.window.page()
    asked = form(page)
    asked.fields["question"].editor.set_value("Why did the count change?")
    police = called(at_work, "organisation", "Wendleshire Police")
    asked.fields["to_organisation"].editor.set_value(police, "Wendleshire Police")
    page.save()
    measures: Any = at_work.office.visit("measures", measure)
    said, lead = measures.view.shown.page.challenged
    assert said == "Challenged: waiting. Why did the count change?"
    assert measures.view.challenged.isVisible()
    # No paper prints it before the police could say anything; their answer brings it out.
    story = all_text(paper_bytes(at_work.register, "measure", [measure], None, EN, TODAY))
    assert "Why did the count change?" not in story
    page = at_work.office.visit(lead.page, lead.argument)
    page.follow(page.view.page.primary.lead)
    answer = form(page)
    answer.fields["text"].editor.set_value("The Home Office counts sheds since January.")
    page.save()
    story = all_text(paper_bytes(at_work.register, "measure", [measure], None, EN, TODAY))
    assert "The Home Office counts sheds since January." in story
    page.edit(Edit("challenge", lead.argument, {}, "closed_on"))
    form(page).fields["closed_on"].editor.set_value("2026-04-27")
    page.save()
    measures = at_work.office.visit("measures", measure)
    assert measures.view.shown.page.challenged is None


def test_a_suggestion_becomes_a_tension_and_is_printed_once_it_is_weighed(at_work: Running) -> None:
    page: Any = at_work.office.visit("suggestions")
    at_work.qtbot.waitUntil(lambda: page.view.page is not None)
    lead = page.view.page.sections[0].rows[0].cells[3].lead
    page.follow(lead)
    tensions: Any = at_work.office.visit("tensions")
    title = form(tensions).fields["title"].value()
    tensions.save()
    tension = called(at_work, "tension", title)
    paper = all_text(paper_bytes(at_work.register, "tensions", [], None, EN, TODAY))
    assert title not in paper
    assert "1 more is not printed: nobody has said yet who bears the cost." in paper
    tensions.edit(Edit("tension", tension, {}, "cost_words"))
    form(tensions).fields["cost_words"].editor.set_value("Officers’ time in both.")
    tensions.save()
    assert "Officers’ time in both." in all_text(
        paper_bytes(at_work.register, "tensions", [], None, EN, TODAY)
    )


def test_a_personal_target_is_for_this_year_and_on_the_sheet(at_work: Running) -> None:
    person = called(at_work, "person", "Tom Brandreth")
    page: Any = at_work.office.visit("members", person)
    [section] = [each for each in page.view.page.sections if each.title == "Personal targets"]
    page.follow(section.action.lead)
    target = form(page)
    assert target.fields["year"].value() == "2026-27"
    target.fields["title"].editor.set_value("Bring every river site into the count")
    page.save()
    sheet = all_text(paper_bytes(at_work.register, "appraisal", [person], "2026-27", EN, TODAY))
    assert "Bring every river site into the count" in sheet
    assert "Private: not for publication" in sheet


def test_a_validation_is_offered_as_a_paper_once_it_was_held(at_work: Running) -> None:
    page: Any = at_work.office.visit("validations")
    page.new()
    form(page).fields["title"].editor.set_value("The framework in spring")
    page.save()
    validation = called(at_work, "validation", "The framework in spring")
    page.open(validation)
    page.follow(page.view.page.primary.lead)
    head = form(page)
    head.fields["score"].editor.set_value("amber_green")
    head.fields["strength"].editor.set_value("Nearly all have one.")
    page.save()
    page.edit(Edit("validation", validation, {}, "held_on"))
    form(page).fields["held_on"].editor.set_value("2026-04-27")
    page.save()
    paper = all_text(paper_bytes(at_work.register, "validation", [validation], None, EN, TODAY))
    assert "1 of 8 heads are scored: 1 amber/green." in paper
    assert "Strong: Nearly all have one." in paper
