"""Help in both languages: the same headings, nothing in it taken for markup."""

import pytest
from PySide6.QtCore import Qt

from pmdesk.ui.pages.help import HelpPage, help_text, page
from tests.running import Running


def test_f1_shows_the_help(run: Running) -> None:
    run.start()
    run.key(Qt.Key.Key_F1)
    shown = run.window.page()
    assert isinstance(shown, HelpPage)
    assert "Nothing leaves it unless you send it." in shown.browser.toPlainText()
    assert "Ctrl+K: find anything" in shown.browser.toPlainText()


@pytest.mark.parametrize("whose", ["", "member."])
def test_both_languages_say_the_same_things(whose: str) -> None:
    english, welsh = help_text("en", whose).splitlines(), help_text("cy", whose).splitlines()
    assert [line[:2] if line[:2] in ("# ", "- ") else "" for line in english] == [
        line[:2] if line[:2] in ("# ", "- ") else "" for line in welsh]  # fmt: skip
    assert help_text("xx", whose) == help_text("en", whose)


def test_nothing_is_taken_for_markup() -> None:
    made = page("# <b>\n- <img src=x>: & more\n- plain <i>\n<u>line</u>")
    assert "<img" not in made
    assert "<u>" not in made
    assert "&lt;img src=x&gt;" in made
