from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from pmdesk.actions import records
from pmdesk.actions.registers import Register, Unavailable
from pmdesk.domain.words import Say
from pmdesk.register.store import memory
from pmdesk.ui.bus import bus
from pmdesk.ui.context import Context
from pmdesk.ui.doing import changes_in, do, say_done


class Heard:
    """What the window was told."""

    def __init__(self, register: Register) -> None:
        self.said: list[tuple[str, Any]] = []
        self.saved = 0
        self.context = Context(
            register,
            "2026-04-27",
            toast=lambda text, undo=None: self.said.append((text, undo)),
            save_state=self._saved,
        )

    def _saved(self) -> None:
        self.saved += 1


@pytest.fixture
def heard(qapp: QApplication) -> Heard:
    return Heard(memory())


def test_what_was_done_is_told_to_every_page(heard: Heard) -> None:
    told: list[object] = []
    bus().changed.connect(told.append)
    register = heard.context.register
    done = do(heard.context, lambda: records.save(register, "organisation", {"name": "Police"}))
    bus().changed.disconnect(told.append)
    assert done is not None
    assert told == [done[1]]
    assert heard.saved == 1


def test_a_save_that_wrote_nothing_is_told_to_nobody(heard: Heard) -> None:
    register = heard.context.register
    made, _ = records.save(register, "organisation", {"name": "Police"})
    done = do(heard.context, lambda: records.save(register, "organisation", {"name": "Police"}, made))
    assert heard.saved == 0
    say_done(heard.context, "Saved.", done)
    assert heard.said == [("Nothing was changed.", None)]


def test_a_refusal_goes_to_the_form_or_into_a_toast(heard: Heard) -> None:
    problems: list[object] = []
    register = heard.context.register

    def verb() -> object:
        return records.save(register, "organisation", {"name": ""})

    assert do(heard.context, verb, problems.append) is None
    assert problems == [{"name": "Name is needed"}]
    assert do(heard.context, verb) is None
    assert heard.said == [("Name is needed", None)]


def test_a_fault_of_the_disk_is_said_and_nothing_raised(heard: Heard) -> None:
    def full() -> None:
        raise Unavailable(Say("The disk is full."))

    assert do(heard.context, full, lambda problems: pytest.fail("no refusal")) is None
    assert heard.said == [("The disk is full.", None)]


def test_our_own_faults_are_not_hidden(heard: Heard) -> None:
    with pytest.raises(ZeroDivisionError):
        do(heard.context, lambda: 1 // 0)


def test_undo_beside_the_notice_takes_the_save_back(heard: Heard) -> None:
    register = heard.context.register
    done = do(heard.context, lambda: records.save(register, "organisation", {"name": "Police"}))
    say_done(heard.context, "Saved Police.", done)
    text, undo = heard.said[0]
    assert text == "Saved Police."
    undo()
    assert register.all("organisation") == []


def test_changes_are_found_in_whatever_a_verb_gives(heard: Heard) -> None:
    assert changes_in(None) is None
    assert changes_in(("id", 3)) is None
