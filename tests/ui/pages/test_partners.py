"""The page of partners: its attainment drawn, its account, its own words, the money it gets."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from pmdesk.figures.own_targets import ATTAINMENT
from pmdesk.figures.record_page import Edit, Lead
from pmdesk.ui.pages.partners import PartnersPage
from tests.exchange.made_files import GRANTS
from tests.running import Running, copy_of

Council = Any


@pytest.fixture
def police(council: Council) -> Council:
    """The police with a measure that missed its target, a contribution and a grant."""
    add, ids = council.add, council.ids
    add("Reports", "measure", title="Repeat reports", owner_organisation=ids["Police"], polarity="lower",
        aggregation="snapshot", frequency="quarter")  # fmt: skip
    for period, target, value in (("2025-26 Q4", "26", "31"), ("2024-25 Q4", "27", "26")):
        add(period, "target", measure=ids["Reports"], period=period, value=target)
        add(f"read {period}", "reading", measure=ids["Reports"], period=period, value=value)
    add("sergeant", "contribution", partnership=ids["Safety"], organisation=ids["Police"],
        what="A sergeant", undertaken="22,000", due="31/3/2026", delivered="22,000")  # fmt: skip
    add("cameras", "partnership", name="Cameras", kind="grant", funding_cash="1,500", started="2025-05")
    add("recipient", "partner", partnership=ids["cameras"], organisation=ids["Police"], role="Recipient")
    return council


def page_of(council: Council) -> PartnersPage:
    page = council.page("partners", council.ids["Police"])
    assert isinstance(page, PartnersPage)
    return page


def titles(page: PartnersPage) -> list[str]:
    assert page.view.page is not None
    return [section.title for section in page.view.page.sections]


def test_the_page_shows_its_list_and_its_record(council: Any) -> None:
    page = council.page("partners", council.ids["Police"])
    assert page.list_part.head.title() == "Partners"
    assert page.view.page.id == council.ids["Police"]
    assert page.view.page.facts[0].label == "Partnerships it is in"
    assert page.view.chart is None


def test_the_years_are_bars_or_a_table(police: Council, qtbot: QtBot) -> None:
    view = page_of(police).view
    assert view.chart is not None
    assert view.toggle is not None
    assert view.chart.isVisible()
    assert view.chart.accessibleName().endswith(
        "Targets met in 2025-26: 0 of 1 (0%), after 1 of 1 (100%) in 2024-25"
    )
    table = view.tables[0]
    assert not table.isVisible()
    qtbot.mouseClick(view.toggle, Qt.MouseButton.LeftButton)
    assert (view.chart.isVisible(), table.isVisible()) == (False, True)
    assert [table.cell(0, column).text for column in range(2)] == ["2025-26", "0 of 1 (0%)"]
    assert view.toggle.text() == "Show as chart"
    page_of(police).refresh()
    assert (view.chart.isHidden(), view.tables[0].isHidden()) == (True, False)


def test_the_chart_is_saved_as_a_picture(
    police: Council, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(police)
    asked: list[str] = []

    def answer(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        asked.append(Path(start).name)
        return str(tmp_path / "police"), "Picture (*.png)"

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    page.view.picture_asked.emit()
    assert asked == ["Wendleshire Police.png"]
    assert (tmp_path / "police.png").read_bytes().startswith(b"\x89PNG")
    assert police.sentence() == "Saved police.png."


def test_a_missed_target_leads_to_its_measure_and_asks_for_its_cause(police: Council) -> None:
    page = page_of(police)
    table = page.view.tables[1]
    assert table.cell(0, 4).text == "No cause given"
    table.activated_cell.emit(0, 0)
    assert police.visited[-1] == ("measures", police.ids["Reports"])
    table.activated_cell.emit(0, 4)
    form = page.form()
    assert form is not None
    assert form.edit == Edit("reading", police.ids["read 2025-26 Q4"], {}, "cause")
    assert form.fields["cause"].editor.hasFocus()


def test_a_contribution_is_added_from_the_page(police: Council) -> None:
    page = page_of(police)
    section = page.view.page.sections[2]
    assert section.title == "Contribution account"
    page.follow(section.action.lead)
    form = page.form()
    assert form is not None
    assert form.fields["organisation"].value() == police.ids["Police"]
    form.fields["partnership"].editor.set_value(police.ids["Safety"])
    form.fields["what"].editor.set_value("Figures each month")
    form.fields["due"].editor.set_value("30/6/2026")
    form.save()
    assert page.form() is None
    rows = [[cell.text for cell in row.cells] for row in page.view.page.sections[2].rows]
    assert [(row[0], row[4]) for row in rows] == [
        ("Community Safety Partnership", ""), ("A sergeant", "Delivered"), ("Figures each month", "Promised"),
    ]  # fmt: skip


def test_its_own_words_are_recorded_stay_and_can_be_undone_at_once(police: Council) -> None:
    page = page_of(police)
    section = next(each for each in page.view.page.sections if each.title == "The partner’s own words")
    page.follow(section.action.lead)
    form = page.form()
    assert form is not None
    assert form.fields["text"].editor.hasFocus()
    assert form.fields["said_on"].value() == "27 April 2026"
    form.fields["said_by"].editor.set_value("Ann Bell")
    form.fields["text"].editor.set_value("We were short of two officers.")
    form.save()
    section = next(each for each in page.view.page.sections if each.title == "The partner’s own words")
    assert [tuple(pair)[:2] for pair in section.pairs] == [
        ("27 April 2026", "‘We were short of two officers.’ Ann Bell")
    ]
    [said] = police.register.all("partner_words")
    police.register.undo()
    assert police.register.all("partner_words") == []
    police.register.redo()
    # Neither the page nor anybody who comes by another way changes or deletes them.
    assert section.rows == ()
    page.delete(Edit("partner_words", str(said["id"])))
    assert police.sentence().startswith("These are the partner’s own words")
    police.window.toasts.hide()
    assert page.edit(Edit("partner_words", str(said["id"]))) is None
    assert police.sentence().startswith("These are the partner’s own words")
    assert [row["text"] for row in police.register.all("partner_words")] == ["We were short of two officers."]


def test_a_row_of_what_is_fixed_offers_its_history_alone(police: Council) -> None:
    view = page_of(police).view
    verbs = [entry[0] for entry in view._verbs(Edit("partner_words", "x")) if entry]
    assert verbs == ["History"]


def test_a_contribution_has_a_menu(police: Council) -> None:
    view = page_of(police).view
    table = view.tables[2]
    table.setCurrentIndex(table.model().index(1, 0))
    table.customContextMenuRequested.emit(table.visualRect(table.model().index(1, 0)).center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Edit", "History", "", "Delete"]
    menu.close()


def test_the_list_says_the_money_and_sorts_by_it(police: Council) -> None:
    page = page_of(police)
    rows = page.list_part.model
    first = rows.row(0)
    assert first is not None
    assert (first.title, first.note) == ("Aldermoor District Council", "")
    page.list_part.list.heads.sort_asked.emit("state", False)
    first = rows.row(0)
    assert first is not None
    assert (first.title, first.note) == ("Wendleshire Police", "£1,500")


def test_a_grant_is_among_what_the_council_puts_in_and_no_partnership(police: Council) -> None:
    page = page_of(police)
    assert "What the council puts in" in titles(page)
    facts = {fact.label: fact.value for fact in page.view.page.facts}
    assert facts["Targets met in 2025-26"] == "0 of 1 (0%)"
    assert [fact.label for fact in page.view.page.facts] == [
        "Targets met in 2025-26", "Contributions kept", "Money undertaken", "From the council",
    ]  # fmt: skip
    section = next(each for each in page.view.page.sections if each.title == "Grants and contracts")
    assert section.rows[0].cells[0].lead == Lead("partnerships", police.ids["cameras"])
    partnerships = police.page("partnerships")
    assert partnerships.list_part.head._line.text() == "1 partnership; 1 network, contract or grant"


def test_grants_come_in_through_the_window_and_out_again(run: Running, sample_file: Path) -> None:
    run.program.open(copy_of(sample_file, run.folder))
    before = run.counts("organisation", "partnership", "partner")
    page = run.bring(GRANTS)
    assert page.look is not None
    assert page.look.plan.states()["refused"] == 0
    assert page.head.title() == "Bring in grants"
    run.brought(page)
    assert run.window.current() == "partners"
    after = run.counts("organisation", "partnership", "partner")
    assert {kind: after[kind] - before[kind] for kind in after} == {
        "organisation": 360, "partnership": 555, "partner": 555,
    }  # fmt: skip
    run.press("Undo: Brought in a file", run.window.topbar)
    assert run.counts("organisation", "partnership", "partner") == before


def test_an_organisation_of_many_measures_stands_there_before_its_targets_are_judged(
    run: Running, sample_file: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pmdesk.ui.pages.partners.MANY_READ", 0)
    run.program.open(copy_of(sample_file, run.folder))  # type: ignore[arg-type]
    run.activate()
    aimed = [str(row["measure"]) for row in run.register.all("target")]
    rows = run.register.all("measure", id=tuple(aimed))
    owner = next(row["owner_organisation"] for row in rows if row["owner_organisation"])
    page = run.office.visit("partners", str(owner))
    assert isinstance(page, PartnersPage)

    def targets() -> Any:
        shown = page.view.page
        return next((each for each in shown.sections if each.title == ATTAINMENT), None) if shown else None

    assert "is being added up" in targets().text and not targets().rows
    run.qtbot.waitUntil(lambda: bool(targets().rows), timeout=10_000)
