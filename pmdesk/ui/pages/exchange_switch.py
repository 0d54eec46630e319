"""The views of Exchange, side by side: packs, laptops, backups, the hub, what is to settle: a page each."""

from PySide6.QtWidgets import QSizePolicy

from pmdesk.domain.words import N_
from pmdesk.ui.context import Context
from pmdesk.ui.pages.view_switch import ViewSwitch
from pmdesk.ui.words import _

# Shown are those that the window has: a member's own file has only the first.
VIEWS = (
    ("exchange", N_("Packs")),
    ("laptops", N_("Laptops")),
    ("backups", N_("Backups")),
    ("hub", N_("Hub")),
    ("conflicts", N_("To settle")),
)


def exchange_switch(context: Context, key: str) -> ViewSwitch:
    """The switch as it stands on the page `key`; put it under the page's head. Alone, it does not show."""
    ways = [(each, _(word)) for each, word in VIEWS if each == key or context.has(each)]
    switch = ViewSwitch(ways, _("What is exchanged or kept"))
    switch.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    switch.show_way(key)

    def go(chosen: str) -> None:
        switch.show_way(key)
        if chosen != key:
            context.visit(chosen, None)

    switch.chosen.connect(go)
    if len(ways) < 2:
        switch.hide()  # it is never shown here: without a parent it would be a window of its own
    return switch
