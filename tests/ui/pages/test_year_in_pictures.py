"""The year in pictures in the real window: charts, their tables, pictures saved, another year, no year."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFileDialog

from pmdesk.ui.accessible import unnamed
from pmdesk.ui.pages.annual_updates import AnnualUpdatesPage
from pmdesk.ui.pages.year_in_pictures import YearPicturesPage
from tests.running import Running, copy_of


@pytest.fixture
def page(run: Running, sample_file: Path) -> YearPicturesPage:
    run.program.open(Path(copy_of(sample_file, run.folder)))
    run.activate()
    made = run.office.visit("year-in-pictures")
    assert isinstance(made, YearPicturesPage)
    return made


def test_five_pictures_each_with_its_finding_and_its_table(run: Running, page: YearPicturesPage) -> None:
    QApplication.processEvents()
    assert [part.key for part in page.parts] == [
        "returns", "groups", "categories", "attendance", "worthwhile",
    ]  # fmt: skip
    assert page.parts[0].finding == "31 of 46 annual updates are in, 27 of them by 17 April"
    assert unnamed(run.window) == []
    groups = page.parts[1]
    run.press("Show as table: Returned by political group")
    assert groups.table.isVisible() and not groups.chart.isVisible()
    assert [groups.table.cell(3, at).text for at in range(3)] == ["Labour", "5", "5"]
    days = page.parts[0]
    days.set_table(True)
    assert [days.table.cell(1, at).text for at in range(3)] == ["4 March 2026", "1", "0"]
    page.refresh()
    assert groups.table.isVisible(), "what is shown as a table stays so"
    run.press("Show as chart: Returned by political group")
    assert groups.chart.isVisible()


def test_a_report_back_is_seen_at_once_and_another_year_has_its_own(
    run: Running, page: YearPicturesPage
) -> None:
    run.office.visit("year-in-pictures", "2024-25")
    assert page.head.quiet_words() == "Municipal year 2024-25"
    assert page.parts[0].finding.startswith("42 of 42")
    run.office.visit("year-in-pictures", "2026-27")
    assert [part.key for part in page.parts if part.key == "returns"] == []


def test_a_picture_is_saved_where_one_says(
    run: Running, page: YearPicturesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(*given: str) -> tuple[str, str]:
        asked.append(str(given[2]))
        return str(run.folder / "worth"), "png"

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    part = page.parts[-1]
    page.ask_picture(part.figures, part.heading)
    assert "Was it worthwhile 2025-26.png" in asked[0]
    image = QImage(str(run.folder / "worth.png"))
    assert not image.isNull() and "yes 28" in image.text("Description")
    assert run.toast() == "Saved worth.png."
    page.ask_picture(page.parts[0].figures, page.parts[0].heading)
    assert "27 of them by 17 April" in QImage(str(run.folder / "worth.png")).text("Description")


def test_a_body_leads_to_the_pictures(run: Running, page: YearPicturesPage) -> None:
    body = str(run.register.find("outside_body", "Aldermoor Citizens Advice")[0]["id"])
    run.office.visit("bodies", body)
    run.press("The year in pictures")
    assert run.window.page() is page
    run.press("Back to annual updates")
    cycle = run.window.page()
    assert isinstance(cycle, AnnualUpdatesPage)
    menu = cycle.view.more.menu()
    assert menu is not None
    next(each for each in menu.actions() if each.text() == "The year in pictures").trigger()
    assert run.window.page() is page
