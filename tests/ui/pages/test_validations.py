"""Validations in the real window: the next head is scored, in the form the button opens."""

import pytest

from pmdesk.ui.pages.validations import ValidationsPage
from tests.running import Running, copy_of


def test_the_next_head_is_scored(run: Running, sample_file: object) -> None:
    run.program.open(copy_of(sample_file, run.folder))  # type: ignore[arg-type]
    run.activate()
    page = run.office.visit("validations")
    assert isinstance(page, ValidationsPage)
    [row] = run.register.find("validation", "The framework in winter 2026")
    page.open(str(row["id"]))
    shown = page.view.page
    assert shown is not None
    assert shown.primary is not None
    page.follow(shown.primary.lead)
    form = page.form()
    assert form
    form.fields["score"].editor.set_value("red")
    form.fields["gap"].editor.set_value("Nobody knows them.")
    page.save()
    assert page.form() is None
    shown = page.view.page
    assert shown is not None
    assert shown.primary is None
    assert shown.facts[1].value == "8 of 8"


def test_the_scores_stand_there_before_a_large_register_has_been_read(
    run: Running, sample_file: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pmdesk.ui.pages.validations.MANY_READ", 0)
    run.program.open(copy_of(sample_file, run.folder))  # type: ignore[arg-type]
    run.activate()
    page = run.office.visit("validations")
    assert isinstance(page, ValidationsPage)
    [row] = run.register.find("validation", "The framework in winter 2026")
    page.open(str(row["id"]))
    assert page.view.page and "SMART, plan by plan" not in {each.title for each in page.view.page.sections}
    run.qtbot.waitUntil(
        lambda: bool(
            page.view.page and "SMART, plan by plan" in {each.title for each in page.view.page.sections}
        ),
        timeout=10_000,
    )
