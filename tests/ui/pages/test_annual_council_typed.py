"""What is typed into a form of a sitting: only what was typed is kept, and thrown away when asked."""

from pathlib import Path
from typing import Any

from pmdesk.actions.drafts import kept_draft
from pmdesk.ui.pages.annual_council import AnnualCouncilPage
from pmdesk.ui.pages.annual_council_forms import EndForm
from tests.running import copy_of

Running = Any


def opened(page: AnnualCouncilPage) -> EndForm:
    page.decide("end")
    form = page.form()
    assert isinstance(form, EndForm)
    return form


def test_a_form_in_which_nothing_was_typed_keeps_nothing(run: Running, sample_file: Path) -> None:
    run.program.open(copy_of(sample_file, run.folder))
    run.window.resize(1440, 900)
    run.activate()
    page = run.office.visit("annual-council")
    form = opened(page)
    assert form.typed() == {} and not form.dirty()
    page.escape()
    assert run.toast() != "Not saved. What you typed is kept."
    form = opened(page)
    form.fields["ended_because"].editor.set_value("It has merged")
    assert form.typed() == {"ended_because": "It has merged"}
    called = f"sitting:{page.figures.sitting.year}:end:{form.line.key}"
    page.escape()
    draft = kept_draft(run.register, called)
    assert draft is not None and draft.typed == {"ended_because": "It has merged"}
    form = opened(page)
    run.press("Throw it away")
    assert kept_draft(run.register, called) is None and form.typed() == {}
