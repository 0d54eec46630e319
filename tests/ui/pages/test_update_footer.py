"""The foot of an update says how long it may be, and then how long it is."""

from PySide6.QtWidgets import QApplication

from pmdesk.ui.pages.update_footer import PageMeter


def test_an_empty_one_says_how_long_it_may_be(dressed: QApplication) -> None:
    meter = PageMeter()
    assert meter.words() == meter.accessibleName() == "Up to 2 pages"
    meter.set_pages(1.3)
    assert meter.words() == "About 1.3 of 2 pages" and not meter.too_long()
    meter.set_pages(2.1)
    assert meter.too_long()
