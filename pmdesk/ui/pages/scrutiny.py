"""The page of scrutiny: reviews with their recommendations, or which partnerships are due a look."""

from PySide6.QtWidgets import QStackedWidget

from pmdesk.actions.reviews import drawn_sections
from pmdesk.domain.dates import say_date
from pmdesk.domain.words import N_
from pmdesk.figures.record_page import Edit
from pmdesk.ui.context import Context
from pmdesk.ui.doing import do
from pmdesk.ui.editors import Reference
from pmdesk.ui.pages.edit_record import EditRecord
from pmdesk.ui.pages.list_part import ListPart, ListWords
from pmdesk.ui.pages.records_page import RecordsPage
from pmdesk.ui.pages.scrutiny_looks import ScrutinyLooks
from pmdesk.ui.pages.view_switch import ViewSwitch
from pmdesk.ui.words import _, spoken

KEY = "scrutiny"
WAYS = (("reviews", N_("Reviews")), ("looks", N_("Due a look")))


class ReviewsList(ListPart):
    """The list with the switch over it."""

    def __init__(self, context: Context, words: ListWords) -> None:
        self.switch = _switch("reviews")
        super().__init__(context, words)

    def _lay_out(self) -> None:
        super()._lay_out()
        self.put_under_head(self.switch)


class ScrutinyPage(RecordsPage):
    """A page of records that also lists who is due a look; 'Begin a review' there opens the form here."""

    list_part: ReviewsList

    def __init__(self, context: Context, words: ListWords) -> None:
        super().__init__(context, words)
        self.looks = ScrutinyLooks(context, _switch("looks"))
        self.way = "reviews"
        self._ways = QStackedWidget()
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._ways)
        self._ways.addWidget(self.split)
        self._ways.addWidget(self.looks)
        for switch in (self.list_part.switch, self.looks.switch):
            switch.chosen.connect(self.choose_way)
        self.looks.begun.connect(lambda partnership: self.begin(partnership))
        self.looks.opened.connect(lambda partnership: context.visit("partnerships", partnership))

    def make_list(self, context: Context, words: ListWords) -> ReviewsList:
        return ReviewsList(context, words)

    def choose_way(self, way: str) -> None:
        """Show reviews or who is due a look; the keyboard stays on the switch."""
        self.show_way(way)
        (self.looks.switch if way == "looks" else self.list_part.switch).focus()

    def show_way(self, way: str) -> None:
        self.way = way
        for switch in (self.list_part.switch, self.looks.switch):
            switch.show_way(way)
        if way == "looks":
            self.looks.refresh()
        self._ways.setCurrentWidget(self.looks if way == "looks" else self.split)

    def begin(self, partnership: str) -> None:
        """The form of a new review of a partnership, drawn from the register."""
        self.show_way("reviews")
        self.edit(Edit("review", None, {"partnership": partnership}, "title"))

    def edit(self, edit: Edit) -> EditRecord | None:
        """A new review is filled in from the register as soon as its partnership is known."""
        form = super().edit(edit)
        if form is not None and edit.kind == "review" and edit.record is None:
            editor = form.fields["partnership"].editor
            assert isinstance(editor, Reference)
            editor.edited.connect(lambda: self._draw_in(form, editor))
            self._draw_in(form, editor)
        return form

    def arrive(self, argument: object = None) -> None:
        """Show a review or open a form; 'looks' is the list of those due one."""
        if argument == "looks":
            self.show_way("looks")
            return
        if argument and self.way == "looks":
            self.show_way("reviews")
        super().arrive(argument)

    def new(self) -> None:
        self.show_way("reviews")
        super().new()

    def escape(self) -> bool:
        return self.way == "reviews" and super().escape()

    def focus_list(self) -> None:
        self.looks.focus() if self.way == "looks" else super().focus_list()

    def focus_record(self) -> None:
        self.looks.focus() if self.way == "looks" else super().focus_record()

    def refresh(self) -> None:
        super().refresh()
        if self.way == "looks":
            self.looks.refresh()

    def _draw_in(self, form: EditRecord, editor: Reference) -> None:
        """The sections as the register has them, where nothing is written yet."""
        partnership = editor.value()
        if not partnership or editor.unresolved():
            return
        register, today = self._context.register, self._context.today
        drawn = do(self._context, lambda: drawn_sections(register, str(partnership), today, spoken()))
        if drawn:
            name = register.title(str(partnership))
            begins = {
                "title": _("Review of {partnership}", partnership=name),
                "started": say_date(today, spoken()),
            }
            form.fill_in({**begins, **drawn})


def _switch(way: str) -> ViewSwitch:
    made = ViewSwitch([(code, _(word)) for code, word in WAYS], _("What of scrutiny is shown"))
    made.show_way(way)
    return made


def scrutiny_page(context: Context) -> ScrutinyPage:
    return ScrutinyPage(context, ListWords(
        KEY, "review", _("Scrutiny"), _("Filter by title, partnership"), _("State"),
        _("The reviews that scrutiny makes of partnerships belong here, with what became of their"
          " recommendations."),
    ))  # fmt: skip
