"""The list of health checks and that of validations, each with the switch that leads to the other."""

from pmdesk.domain.words import N_
from pmdesk.ui.context import Context
from pmdesk.ui.pages.list_part import ListPart, ListWords
from pmdesk.ui.pages.view_switch import ViewSwitch
from pmdesk.ui.words import _

WAYS = (("health-checks", N_("Health checks")), ("validations", N_("Framework")))


class SwitchedList(ListPart):
    """A list of records; its switch shows the section that its other way is."""

    def __init__(self, context: Context, words: ListWords) -> None:
        ways = [(key, _(word)) for key, word in WAYS]
        self.switch = ViewSwitch(ways, _("Whose health is looked at"))
        self.switch.show_way(words.key)
        super().__init__(context, words)
        self.switch.chosen.connect(self._other)

    def _other(self, key: str) -> None:
        """Go there, and let this switch say again where it stands."""
        self.switch.show_way(self._words.key)
        if key != self._words.key:
            self._context.visit(key, None)

    def _lay_out(self) -> None:
        super()._lay_out()
        self.put_under_head(self.switch)
