"""What the list of partnerships is narrowed by: their kind."""

from pmdesk.actions.lists import kind_choices, say_kind
from pmdesk.domain.words import N_
from pmdesk.ui.context import Context
from pmdesk.ui.pages.filters import Choice, Filters
from pmdesk.ui.words import spoken


class PartnershipFilters(Filters):
    """Each kind that occurs, with how many there are."""

    def __init__(self, context: Context) -> None:
        self._context = context
        super().__init__({"kind": N_("Kind")})

    def choices(self, name: str) -> list[Choice]:
        return [Choice(*each) for each in kind_choices(self._context.register, spoken())]

    def said(self, name: str, value: object) -> str:
        return say_kind(value, spoken())
