"""The views of Exchange stand side by side where the window has them; one alone needs no switch."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from pmdesk.register.store import memory
from pmdesk.ui.context import Context
from pmdesk.ui.pages.exchange_switch import exchange_switch


def test_only_views_that_there_are(qtbot: QtBot) -> None:
    visited = list[object]()
    context = Context(memory(), "2026-04-27", visit=lambda key, _argument: visited.append(key))
    context.has = lambda key: key in ("exchange", "laptops")
    switch = exchange_switch(context, "exchange")
    qtbot.addWidget(switch)
    packs, laptops = switch.findChildren(QPushButton)
    assert (packs.text(), laptops.text(), packs.isChecked()) == ("Packs", "Laptops", True)
    laptops.click()
    assert visited == ["laptops"] and packs.isChecked()
    packs.click()
    assert visited == ["laptops"]
    context.has = lambda _key: False
    alone = exchange_switch(context, "exchange")
    qtbot.addWidget(alone)
    assert alone.isHidden()
