from pmdesk.register.store import memory
from pmdesk.ui.context import Context


def test_a_page_alone_asks_and_nothing_happens() -> None:
    context = Context(memory(), "2026-04-27")
    context.visit("desk", None)
    context.toast("Saved.", None)
    context.save_state()


def test_whether_anything_can_be_saved_is_the_registers_word() -> None:
    register = memory()
    assert not Context(register, "2026-04-27").read_only
    register.read_only = True
    assert Context(register, "2026-04-27").read_only
