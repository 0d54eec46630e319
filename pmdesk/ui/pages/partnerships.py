"""The page of partnerships: a list, an outline of who reports to whom, or a map of it."""

from PySide6.QtWidgets import QStackedWidget

from pmdesk.actions.remembering import remember, remembered
from pmdesk.ui.context import Context
from pmdesk.ui.doing import do
from pmdesk.ui.pages.list_part import ListWords
from pmdesk.ui.pages.partnership_view import PartnershipView
from pmdesk.ui.pages.partnerships_list import WAYS, PartnershipsList
from pmdesk.ui.pages.partnerships_map import PartnershipsMap
from pmdesk.ui.pages.records_page import RecordsPage
from pmdesk.ui.pages.view_switch import ViewSwitch
from pmdesk.ui.words import _

KEY = "partnerships"


class PartnershipsPage(RecordsPage):
    """A page of records that is also a map: opening a box leads back to its record."""

    list_part: PartnershipsList

    def __init__(self, context: Context, words: ListWords) -> None:
        super().__init__(context, words)
        switch = ViewSwitch([(code, _(word)) for code, word in WAYS], _("How partnerships are shown"))
        self.map = PartnershipsMap(context, switch)
        self.way = "list"
        self._ways = QStackedWidget()
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._ways)
        self._ways.addWidget(self.split)
        self._ways.addWidget(self.map)
        self._before = "list"  # the way that shows a record, for when the map leads to one
        switch.chosen.connect(self.choose_way)
        self.list_part.way_asked.connect(self.choose_way)
        self.map.opened.connect(self._open_from_map)
        kept = remembered(context.register, KEY)
        if kept in dict(WAYS):
            self.show_way(kept)

    def make_list(self, context: Context, words: ListWords) -> PartnershipsList:
        return PartnershipsList(context, words)

    def make_view(self) -> PartnershipView:
        return PartnershipView()

    def choose_way(self, way: str) -> None:
        """Show partnerships another way, and remember it; the keyboard stays on the switch."""
        self.show_way(way)
        do(self._context, lambda: remember(self._context.register, KEY, way))
        (self.map.switch if way == "map" else self.list_part.switch).focus()

    def show_way(self, way: str) -> None:
        """Show the list, the outline or the map, with the same partnership in hand."""
        self.way = way
        if way == "map":
            self.map.switch.show_way("map")
            self.map.refresh(self.shown())
            self._ways.setCurrentWidget(self.map)
            return
        self._before = way
        self.list_part.show_way(way)
        self._ways.setCurrentWidget(self.split)

    def arrive(self, argument: object = None) -> None:
        """Show a record or open a form, leaving the map for that; or stay."""
        if argument and self.way == "map":
            self.show_way(self._before)
        super().arrive(argument)

    def new(self) -> None:
        if self.way == "map":
            self.show_way(self._before)
        super().new()

    def escape(self) -> bool:
        if self.way == "map":
            return False
        return super().escape()

    def focus_list(self) -> None:
        self.map.focus() if self.way == "map" else super().focus_list()

    def focus_record(self) -> None:
        self.map.focus() if self.way == "map" else super().focus_record()

    def refresh(self) -> None:
        super().refresh()
        if self.way == "map":
            self.map.refresh()

    def _open_from_map(self, partnership: str) -> None:
        self.show_way(self._before)
        self.open(partnership)
        self.list_part.focus()


def partnerships_page(context: Context) -> PartnershipsPage:
    return PartnershipsPage(context, ListWords(
        KEY, "partnership", _("Partnerships"), _("Filter by name, partner, officer"), _("Progress"),
        _("The partnerships the council works in belong here, with their updates and milestones."),
    ))  # fmt: skip
