"""An empty list says what belongs there and offers the next step."""

from pmdesk.ui.empty import Empty
from tests.ui.conftest import Place


def test_one_sentence_and_one_button(on: Place) -> None:
    done: list[int] = []
    made = Empty("No outside body yet.", "Add an outside body", lambda: done.append(1))
    on(made)
    assert made.button is not None
    made.button.click()
    made.set_sentence("None is called that.")
    assert (done, made._sentence.text()) == ([1], "None is called that.")
    assert Empty("Nothing").button is None
