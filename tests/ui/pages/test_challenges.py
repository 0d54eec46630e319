"""Asking and answering in the real window: the form, the reply beside the question, nobody edits it after."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from pmdesk.figures.record_page import Edit, Lead
from pmdesk.ui.pages.records_page import RecordsPage
from tests.running import Running, copy_of


@pytest.fixture
def page(run: Running, sample_file: object) -> RecordsPage:
    run.program.open(copy_of(sample_file, run.folder))  # type: ignore[arg-type]
    run.activate()
    made = run.office.visit("challenges")
    assert isinstance(made, RecordsPage)
    return made


def asked(run: Running, words: str) -> str:
    return next(str(row["id"]) for row in run.register.all("challenge") if words in str(row["question"]))


def labels(page: RecordsPage) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in page.view.findChildren(QLabel) if label.isVisible()]


def test_a_challenge_is_put_and_answered(run: Running, page: RecordsPage) -> None:
    page.new()
    form = page.form()
    assert form
    police = run.register.find("organisation", "Wendleshire Police")[0]["id"]
    board = run.register.find("partnership", "Community Safety Partnership")[0]["id"]
    assert form.fields["asked_on"].value() == "27 April 2026"
    assert form.fields["from_organisation"].editor.text() == "Aldermoor District Council"
    form.fields["question"].editor.set_value("Who pays for the marshals next winter?")
    form.fields["to_organisation"].editor.set_value(police, "Wendleshire Police")
    form.fields["partnership"].editor.set_value(board, "Community Safety Partnership")
    page.save()
    assert "No reply yet, asked on 27 April 2026." in labels(page)
    run.press("Record the reply", page)
    form = page.form()
    assert form and run.window.focusWidget() is form.fields["text"].editor.focus_target()
    form.fields["text"].editor.set_value("We do, to March 2027.")
    page.save()
    assert "We do, to March 2027." in labels(page)
    assert page.view.page and page.view.page.pill == ("met", "Answered")
    challenge = page.shown()
    reply = run.register.all("challenge_reply", challenge=challenge)[0]
    page.follow(Lead("edit", Edit("challenge_reply", str(reply["id"]))))
    assert page.form() is None
    assert "own words" in run.toast()
    page.edit(Edit("challenge", challenge))
    form = page.form()
    assert form
    form.fields["question"].editor.set_value("Why will nobody pay?")
    page.save()
    assert "stays as it was" in form.fields["question"].error()


def test_the_two_sides_stand_in_the_order_they_spoke(run: Running, page: RecordsPage) -> None:
    page.open(asked(run, "victims report abuse"))
    texts = labels(page)
    question = next(at for at, text in enumerate(texts) if "30.4% in the third" in text)
    reply = next(at for at, text in enumerate(texts) if "trust us to come" in text)
    assert question < reply
    assert "They see it differently. Both views are kept, and both are printed." in texts
