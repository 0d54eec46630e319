"""What the list of measures is narrowed by, as its actions offer it."""

from pmdesk.actions.measures import FILTERS, SWITCHES, filter_choices, say_choice
from pmdesk.ui.context import Context
from pmdesk.ui.pages.filters import Choice, Filters
from pmdesk.ui.words import spoken


class MeasuresFilters(Filters):
    """The filters of the Measures page."""

    def __init__(self, context: Context) -> None:
        self._context = context
        super().__init__(FILTERS, SWITCHES)

    def choices(self, name: str) -> list[Choice]:
        context = self._context
        return [Choice(*each) for each in filter_choices(context.register, name, context.today, spoken())]

    def said(self, name: str, value: object) -> str:
        return say_choice(self._context.register, name, value, self._context.today, spoken())
