"""No form replaces what nobody had in view: what came while it stood open is kept beside what it saves."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pmdesk.actions import records
from pmdesk.actions.annual_council import annual_council
from pmdesk.actions.annual_cycle import annual_cycle
from pmdesk.actions.drafts import keep_draft, kept_draft
from pmdesk.actions.laptop_list import line_of
from pmdesk.actions.laptops import my_key, name_this_laptop
from pmdesk.actions.milestone_figures import milestone_figures
from pmdesk.domain.laptop import laptop_id
from pmdesk.domain.words import Words
from pmdesk.figures.record_page import Edit
from pmdesk.ui.context import Context
from pmdesk.ui.doing import do, tell
from pmdesk.ui.pages.annual_council_forms import EndForm
from pmdesk.ui.pages.annual_updates_forms import ReturnForm, YearForm
from pmdesk.ui.pages.edit_record import EditRecord
from pmdesk.ui.pages.end_record import EndRecord
from pmdesk.ui.pages.form_pane import FormPane
from pmdesk.ui.pages.laptop_form import LaptopForm
from pmdesk.ui.pages.milestone_forms import DoneForm
from pmdesk.ui.pages.settings import SettingsPage
from pmdesk.ui.preferences import Preferences
from tests.actions.paper_story import TODAY, Story, council
from tests.ui.pages.elsewhere import comes_meanwhile, said
from tests.ui.pages.readings_council import Q3, Readings, readings
from tests.ui.pages.test_update_form import Story as Updates
from tests.ui.writing_calls import forms_that_do_it_themselves, writing_calls

__all__ = ["readings"]

Form = TypeVar("Form", bound=FormPane)


class Open:
    """Forms on a real register; `toasts` is what they said."""

    def __init__(self, made: Story, qtbot: QtBot) -> None:
        self.register, self.ids, self.qtbot = made.register, made.ids, qtbot
        self.toasts: list[str] = []
        self.context = Context(
            self.register, TODAY, toast=lambda sentence, undo=None: self.toasts.append(sentence)
        )

    def shown(self, form: Form) -> Form:
        self.qtbot.addWidget(form)
        form.show()
        return form


def closed(*_given: object) -> None:
    """What a form is told when it is done."""


@pytest.fixture
def here(tmp_path: Path, dressed: QApplication, qtbot: QtBot) -> Iterator[Open]:
    made = council(tmp_path)
    yield Open(made, qtbot)
    made.register.close()


def test_a_record_and_what_was_brought_back_into_its_form(here: Open) -> None:
    """A draft kept yesterday does not replace what a pack brought over night."""
    edit, body = Edit("outside_body", here.ids["body"]), here.ids["body"]
    form = here.shown(EditRecord(here.context, edit, closed, closed))
    form.fields["aims"].editor.set_value("Ours")
    form.keep()
    comes_meanwhile(here.register, "outside_body", body, aims="Theirs")
    form = here.shown(EditRecord(here.context, edit, closed, closed))
    assert form.fields["aims"].value() == "Theirs" and form.offer is not None
    form.offer.take.click()
    assert form.fields["aims"].value() == "Ours" and form.save()
    assert said(here.register, body, "aims") == {"Theirs", "Ours"}


def test_a_form_left_and_opened_again_by_undo(here: Open) -> None:
    edit, body = Edit("outside_body", here.ids["body"]), here.ids["body"]
    undo = list[object]()
    here.context.toast = lambda _sentence, again=None: undo.append(again)
    form = here.shown(EditRecord(here.context, edit, closed, closed))
    again = list[EditRecord]()

    def open_again(edit: Edit) -> EditRecord:
        again.append(here.shown(EditRecord(here.context, edit, closed, closed)))
        return again[0]

    form.open_again = open_again
    form.fields["aims"].editor.set_value("Ours")
    form.discard()
    comes_meanwhile(here.register, "outside_body", body, aims="Theirs")
    assert callable(undo[-1])
    undo[-1]()
    assert again[0].save()
    assert said(here.register, body, "aims") == {"Theirs", "Ours"}


def test_ending_a_record_and_a_seat(here: Open) -> None:
    form = here.shown(EndRecord(here.context, Edit("appointment", here.ids["seat"]), closed))
    comes_meanwhile(here.register, "appointment", here.ids["seat"], ended_because="Theirs")
    form.fields["ended_because"].editor.set_value("Ours")
    assert form.save()
    assert said(here.register, here.ids["seat"], "ended_because") == {"Theirs", "Ours"}
    assert here.register.get("appointment", here.ids["seat"])["ends"] == TODAY  # type: ignore[index]


def test_a_seat_in_the_sitting(here: Open) -> None:
    figures = annual_council(here.register, None, TODAY, Words())
    line = next(each for each in figures.lines if each.key == here.ids["seat"])
    form = here.shown(EndForm(here.context, figures.sitting, line, closed))
    form.fields["ended_because"].editor.set_value("Ours")
    comes_meanwhile(here.register, "appointment", here.ids["seat"], ended_because="Theirs")
    form.save()
    assert said(here.register, here.ids["seat"], "ended_because") == {"Theirs", "Ours"}


def test_the_day_a_milestone_was_done(here: Open) -> None:
    rows = milestone_figures(here.register, TODAY, Words()).rows
    row = next(each for each in rows if each.id == here.ids["station"])
    form = here.shown(DoneForm(here.context, row, closed))
    comes_meanwhile(here.register, "milestone", row.id, done_on="2026-04-01")
    form.fields["done_on"].editor.set_value("24/4/2026")
    assert form.save()
    assert said(here.register, row.id, "done_on") == {"2026-04-01", "2026-04-24"}


def test_the_dates_of_a_year_and_those_left_as_they_were(here: Open) -> None:
    """The form saves both days: the one that nobody changed in it keeps what came."""
    year = here.ids["year"]
    known = {"annual_council": "2025-05-21", "returns_due": "2026-04-17"}
    form = here.shown(YearForm(here.context, "2025-26", dict(known), closed))
    comes_meanwhile(
        here.register, "municipal_year", year, annual_council="2025-05-22", returns_due="2026-05-01"
    )
    form.fields["returns_due"].editor.set_value("24/4/2026")
    assert form.save()
    assert said(here.register, year, "returns_due") == {"2026-05-01", "2026-04-24"}
    assert said(here.register, year, "annual_council") == {"2025-05-22"}


def test_why_an_update_is_returned(here: Open) -> None:
    lines = annual_cycle(here.register, here.ids["year"], TODAY, Words()).lines
    form = here.shown(ReturnForm(here.context, [each for each in lines if each.update], closed))
    comes_meanwhile(here.register, "annual_update", here.ids["update"], returned_because="Theirs")
    form.fields["returned_because"].editor.set_value("Ours")
    assert form.save()
    assert said(here.register, here.ids["update"], "returned_because") == {"Theirs", "Ours"}


def test_what_a_laptop_is_called(here: Open) -> None:
    name_this_laptop(here.register, Words())
    key = my_key(here.register)
    form = here.shown(LaptopForm(here.context, line_of(here.register, key, Words()), False, closed))
    comes_meanwhile(here.register, "laptop", laptop_id(key), name="Theirs")
    form.fields["name"].editor.set_value("Ours")
    assert form.save()
    assert said(here.register, laptop_id(key), "name") == {"Theirs", "Ours"}


def test_settings_of_which_the_page_was_not_told(here: Open) -> None:
    """The page reads anew at each notice; what a hub has just merged is not in view before its notice."""
    tell(here.context, records.save(here.register, "person", {"name": "Ann"})[1])
    page = SettingsPage(here.context, Preferences(Path("nowhere")), closed)
    here.qtbot.addWidget(page)
    comes_meanwhile(here.register, "settings", here.register.id, days_to_report=30, days_of_warning=9)
    page.fields["days_to_report"].editor.set_value("21")
    page.save()
    assert said(here.register, here.register.id, "days_to_report") == {30, 21}
    assert here.register.settings()["days_of_warning"] == 9
    # Once it is told, all is in view.
    tell(here.context, records.save(here.register, "person", {"name": "Bob"})[1])
    assert do(
        here.context,
        lambda: records.save(here.register, "settings", {"days_to_report": "7"}, here.register.id),
    )
    assert said(here.register, here.register.id, "days_to_report") == {7}


@pytest.mark.parametrize("kind", ["annual_update", "progress_update"])
def test_an_update_written_while_another_came(
    kind: str, tmp_path: Path, dressed: QApplication, qtbot: QtBot
) -> None:
    field = {"annual_update": "main_business", "progress_update": "done"}[kind]
    story = Updates(tmp_path / "council.pmdesk", qtbot)
    page = story.annual() if kind == "annual_update" else story.progress()
    page.type(field, "First")
    assert page.page.save()
    update = story.update(kind)["id"]
    page.type(field, "Ours")
    comes_meanwhile(story.register, kind, update, **{field: "Theirs"})
    tell(page.context, records.save(story.register, "person", {"name": "Somebody"})[1])  # read anew under it
    assert page.field(field).value() == "Ours" and page.page.save()
    assert said(story.register, update, field) == {"Theirs", "Ours"}
    # What was then shown was in view.
    page.type(field, "Settled")
    assert page.page.save()
    assert said(story.register, update, field) == {"Settled"}
    story.close()


def test_a_reading_typed_over_another_that_came(readings: Readings) -> None:
    """The row typed in hides what came; a row that shows it is in view and replaces it."""
    reading = str(readings.register.all("reading", measure=readings.ids["CH8"])[0]["id"])
    readings.page.arrive(readings.ids["CH8"])
    readings.at("CH8", period=Q3)
    readings.type("5")
    comes_meanwhile(readings.register, "reading", reading, value="6.5", commentary="Theirs")
    readings.page.refresh()
    readings.page.save()
    assert said(readings.register, reading, "value") == {"6.5", "5"}
    assert said(readings.register, reading, "commentary") == {"Theirs"}
    readings.at("CH8", period=Q3)
    readings.type("7")
    readings.page.save()
    assert said(readings.register, reading, "value") == {"7"}


def test_typed_readings_kept_as_a_draft_remember_what_was_in_view(readings: Readings) -> None:
    reading = str(readings.register.all("reading", measure=readings.ids["CH8"])[0]["id"])
    readings.page.arrive(readings.ids["CH8"])
    readings.at("CH8", period=Q3)
    readings.type("5")
    readings.page.leave()
    comes_meanwhile(readings.register, "reading", reading, value="6.5")
    page = readings.page = readings.made()
    page.arrive(readings.ids["CH8"])
    page.view.offer.take.click()
    page.save()
    assert said(readings.register, reading, "value") == {"6.5", "5"}


def test_a_draft_keeps_how_far_the_register_was_in_view(here: Open) -> None:
    keep_draft(here.register, "page", {"name": "Ann"}, 7)
    assert kept_draft(here.register, "page") == ({"name": "Ann"}, kept_draft(here.register, "page").at, 7)  # type: ignore[union-attr]
    keep_draft(here.register, "page", {"name": "Ann"})
    assert kept_draft(here.register, "page").seen is None  # type: ignore[union-attr]


# Verbs that save and are not called within `do`: what says there what was in view.
CARRIED_OTHERWISE = {
    ("bring_in.py", "bring_in"): "the look at the file says it",
    ("bring_in.py", "bring_figures_in"): "the look at the file says it",
    ("readings_saving.py", "save_readings"): "each row says it",
    ("exchange.py", "take_pack"): "it merges, and says whose laptop this is",
    ("copies_part.py", "take_copy"): "it merges, and says whose laptops wrote in the copy",
    ("folder_part.py", "put_in_folder"): "it says whose laptop this is",
    ("pack_form.py", "make_pack"): "it says whose laptop this is",
    ("erasing.py", "erase"): "it erases whatever there is, and says whose laptop this is",
    ("hub_sync.py", "sync"): "it merges, and says whose laptop this is",
}


def test_every_way_of_saving_from_the_window_says_what_was_in_view() -> None:
    calls = writing_calls()
    assert len(calls) > 40, "the walk finds them"
    bare = {(each.file, each.verb) for each in calls if not each.carried}
    assert bare == set(CARRIED_OTHERWISE)
    # A form stands open for long: it says itself since when, but for a record that it adds.
    assert [each.partition(":")[0] for each in forms_that_do_it_themselves()] == ["edit_record.py"]
