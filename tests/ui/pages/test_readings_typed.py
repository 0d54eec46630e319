"""Steps of typing: taken back, done again, and joined where a person types on in one field."""

from pmdesk.ui.pages.readings_typed import NOTHING, RowTyped, Typed

ONE, TWO = ("en02", "2025-26 Q3"), ("en02", "2025-26 Q4")


def value(text: str) -> RowTyped:
    return RowTyped({"value": text})


def test_a_step_is_taken_back_and_done_again() -> None:
    typed = Typed()
    typed.step({ONE: value("1"), TWO: value("2")})
    typed.step({ONE: value("3")})
    assert typed.undo() == [ONE]
    assert (typed.row(ONE), typed.row(TWO)) == (value("1"), value("2"))
    assert set(typed.undo()) == {ONE, TWO}
    assert (typed.rows, typed.undo()) == ({}, [])
    typed.redo()
    assert typed.redo() == [ONE]
    assert (typed.row(ONE), typed.redo()) == (value("3"), [])


def test_a_new_step_ends_what_could_be_done_again() -> None:
    typed = Typed()
    typed.step({ONE: value("1")})
    typed.undo()
    typed.step({ONE: value("2")})
    assert typed.steps() == (True, False)


def test_nothing_new_is_no_step() -> None:
    typed = Typed()
    typed.step({ONE: NOTHING})
    assert typed.steps() == (False, False)


def test_typing_on_in_one_field_is_one_step() -> None:
    typed, here = Typed(), (ONE, "commentary")
    for text in ("F", "Fl", "Flu"):
        typed.step({ONE: RowTyped({"commentary": text})}, here)
    typed.step({TWO: value("1")})
    typed.undo()
    assert typed.row(ONE).texts == {"commentary": "Flu"}
    typed.undo()
    assert typed.rows == {}
    typed.redo()
    assert typed.row(ONE).texts == {"commentary": "Flu"}


def test_another_field_is_another_step() -> None:
    typed = Typed()
    typed.step({ONE: RowTyped({"commentary": "F"})}, (ONE, "commentary"))
    typed.step({ONE: RowTyped({"commentary": "F", "cause": "funding"})}, (ONE, "cause"))
    typed.undo()
    assert typed.row(ONE).texts == {"commentary": "F"}


def test_what_is_saved_is_forgotten_and_no_step_leads_back() -> None:
    typed = Typed()
    typed.step({ONE: value("1"), TWO: value("2")})
    typed.forget()
    assert (typed.rows, typed.steps()) == ({}, (False, False))
