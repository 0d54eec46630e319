"""The page of rating rules: those in force and those that were; a new one may start from a council's own."""

from pmdesk.domain.rating import presets
from pmdesk.figures.first_rule import say_first_rule
from pmdesk.figures.record_page import Edit
from pmdesk.ui.buttons import menu_button
from pmdesk.ui.context import Context
from pmdesk.ui.pages.list_part import ListWords
from pmdesk.ui.pages.records_page import RecordsPage
from pmdesk.ui.words import _, spoken

KEY = "rating-rules"


def rating_rules_page(context: Context) -> RecordsPage:
    page = RecordsPage(context, ListWords(
        KEY, "rating_rule", _("Rating rules"), _("Filter by name"), "",
        say_first_rule(context.register.rules()[0], spoken()),
    ))  # fmt: skip
    entries = [(_(each["name"]), lambda each=each: page.edit(_filled(each))) for each in presets()]
    begin = menu_button(_("Start from"), entries)
    begin.setEnabled(not context.read_only)
    page.list_part.head.add_action(begin)
    return page


def _filled(preset: dict[str, str]) -> Edit:
    """The form of a new rule with a preset's values in it; the day it starts is left to the person."""
    texts = ("name", "green_word", "amber_word", "red_word")
    values = {name: _(text) if name in texts else text for name, text in preset.items() if text}
    return Edit("rating_rule", None, values, "starts")
