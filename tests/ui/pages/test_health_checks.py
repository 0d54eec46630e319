"""A health check in the real window: opened, answered by keys, sealed, closed for good; no draft is left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from pmdesk.figures.record_page import Lead
from pmdesk.ui.pages.health_checks import HealthChecksPage
from pmdesk.ui.pages.health_forms import AnswerForm
from tests.actions.health_story import Story, story
from tests.running import Running, copy_of

CLOSED = "How we work together, spring 2026"


@pytest.fixture
def page(run: Running, sample_file: object) -> HealthChecksPage:
    run.program.open(copy_of(sample_file, run.folder))  # type: ignore[arg-type]
    run.activate()
    made = run.office.visit("health-checks")
    assert isinstance(made, HealthChecksPage)
    return made


def shown(page: HealthChecksPage) -> str:
    QApplication.processEvents()
    return "\n".join(each.text() for each in page.view.findChildren(QLabel) if each.isVisible())


def press(form: AnswerForm, keys: str) -> None:
    """Type numbers from the first statement on; each leads to the next."""
    form.focus_field("s0")
    for at, key in enumerate(keys):
        QTest.keyClick(form.fields[f"s{at}"].editor.focus_target(), Qt.Key(ord(key)))


def test_from_opening_to_closing(run: Running, page: HealthChecksPage) -> None:
    made: Story = story(run.register)
    page.open(made.check)
    page.follow(Lead("health-open", made.check))
    assert "0 of 5 have answered" in shown(page)
    for name, keys in (("Police", "143"), ("Health", "343"), ("Voices", "44")):
        form = page.answer(made.check, made.organisations[name])
        assert form
        press(form, keys)
        assert [form.fields[f"s{at}"].value() for at in range(len(keys))] == list(keys)
        page.save()
        assert page.own_form() is None
    assert run.register.drafts() == []
    assert run.register.undo_label() == "Saved health check"
    page.follow(Lead("health-close", made.check))
    page.save()
    assert "3 answered" in shown(page)
    assert page.view.chart is not None
    assert page.view.chart.spoken(0) == "Trust: median 3.5"


def test_problems_stand_beside_their_fields(run: Running, page: HealthChecksPage) -> None:
    made = story(run.register)
    page.follow(Lead("health-open", made.check))
    form = page.answer(made.check)
    assert form
    page.save()
    assert form.fields["organisation"].error() == "Choose who answers."
    form.fields["organisation"].editor.set_value(made.organisations["Police"])
    page.save()
    assert form.fields["s0"].error() == "Answer at least one statement."
    assert page.escape()
    assert page.own_form() is None
    close = page.close_for_good(made.check)
    assert close
    page.save()
    assert page.own_form() is close
    assert run.register.count("health_answer", health_check=made.check) == 0


def test_results_as_a_chart_or_a_table(run: Running, page: HealthChecksPage) -> None:
    [row] = run.register.find("health_check", CLOSED)
    page.open(str(row["id"]))
    view = page.view
    assert "7 answered" in shown(page)
    assert view.chart is not None and view.chart.isVisible()  # type: ignore[attr-defined]
    view.set_table(True)  # type: ignore[attr-defined]
    assert not view.chart.isVisible()  # type: ignore[attr-defined]
    assert "Police" not in shown(page)
