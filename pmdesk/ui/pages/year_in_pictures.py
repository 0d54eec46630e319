"""The year of annual updates in pictures: returns over time, by group and kind, attendance, worthwhile."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from pmdesk.actions.remembering import remember, remembered
from pmdesk.actions.year_pictures import SHOWS, year_pictures
from pmdesk.figures.share_rows import ShareRows
from pmdesk.figures.year_pictures import ReturnsYear, YearPictures
from pmdesk.ui.bus import bus
from pmdesk.ui.buttons import flat
from pmdesk.ui.context import Context
from pmdesk.ui.doing import Changes, do
from pmdesk.ui.empty import Empty
from pmdesk.ui.page import MARGIN, TOP, PageHead, page_column
from pmdesk.ui.pages.year_part import YearPart
from pmdesk.ui.words import _, spoken

KEY, FOLDER, BETWEEN = "year-in-pictures", "picture-folder", 32


class YearPicturesPage(QWidget):
    """`arrive` takes a municipal year (id or label) or nothing: the one in force."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._year = context, ""
        self.figures: YearPictures | None = None
        self.parts: list[YearPart] = []
        self.head = PageHead(_("The year in pictures"))
        self.empty = Empty(_("Nothing has come in for this year yet. The first update begins it."))
        self._column = QVBoxLayout()
        self._lay_out()
        bus().changed.connect(self._changed)

    def arrive(self, argument: object = None) -> None:
        """Show a year, or read the one in sight anew: a day may have passed since."""
        if isinstance(argument, str) and argument:
            self._year = argument
        self.refresh()

    def refresh(self) -> None:
        register, year, today = self._context.register, self._year, self._context.today
        found = do(self._context, lambda: year_pictures(register, year, today, spoken()))
        if found is None:  # a year that was taken back by Undo
            self._year = ""
            found = year_pictures(register, "", today, spoken())
        if found != self.figures or not self.parts:
            self.figures = found
            self._show(found)

    def focus_list(self) -> None:
        if self.parts:
            self.parts[0].chart.setFocus()

    def ask_picture(self, figures: ReturnsYear | ShareRows, heading: str) -> None:
        """Ask where a picture shall lie and save it there."""
        folder = Path(remembered(self._context.register, FOLDER) or Path.home())
        year = self.figures.year if self.figures else ""
        start = (folder if folder.is_dir() else Path.home()) / f"{heading} {year}.png".replace("?", "")
        kinds = f"{_('Picture')} (*.png);;{_('Drawing')} (*.svg)"
        chosen, kind = QFileDialog.getSaveFileName(self, _("Save chart as a picture"), str(start), kinds)
        if chosen:
            path, ending = Path(chosen), ".svg" if "svg" in kind else ".png"
            known = path.suffix.lower() in (".png", ".svg")
            self.save_picture(figures, heading, path if known else path.with_name(path.name + ending))

    def save_picture(self, figures: ReturnsYear | ShareRows, heading: str, path: Path) -> None:
        """Save one picture; what could not be written is said."""
        from pmdesk.ui.charts.picture import save_year_picture

        register, year = self._context.register, self.figures.year if self.figures else ""
        if do(self._context, lambda: save_year_picture(figures, f"{heading} {year}".strip(), path)) is None:
            return
        do(self._context, lambda: remember(register, FOLDER, str(path.parent)))
        self._context.toast(_("Saved {name}.", name=path.name))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches(*SHOWS):
            self.refresh()

    def _lay_out(self) -> None:
        area, column = page_column(MARGIN, MARGIN, 12, TOP)
        back = flat(
            _("Back to annual updates"),
            lambda: self._context.visit("annual-updates", self._year or None),
            "left",
        )
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.head)
        self._column.setSpacing(BETWEEN)
        column.addLayout(self._column)
        column.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def _show(self, figures: YearPictures) -> None:
        year = _("Municipal year {year}", year=figures.year) if figures.year else ""
        self.head.set(_("The year in pictures"), year)
        tables = {part.key for part in self.parts if part.chart.isHidden()}
        for part in self.parts:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        charts = ([figures.returns] if figures.returns else []) + list(figures.bars)
        self.parts = [YearPart(each, self.ask_picture) for each in charts]
        for part in self.parts:
            part.set_table(part.key in tables)
            self._column.addWidget(part)
        self.empty.setVisible(not self.parts)
