from pmdesk.domain.words import words_in
from pmdesk.figures.record_page import Cell, Changed, Lead, pill_cell, said_changed, sentences, word

WORDS = words_in("en")


def test_short_facts_become_one_quiet_line() -> None:
    assert sentences("Charity", "", "Who sits there?", "Done.") == "Charity. Who sits there? Done."


def test_who_changed_it_last() -> None:
    assert said_changed(Changed("Ruth Adeyemi", "2026-04-21", 14), WORDS) == (
        "Last changed by Ruth Adeyemi, 21 April 2026."
    )
    assert said_changed(Changed("", "2026-04-21", 1), WORDS) == "Last changed 21 April 2026."


def test_cells_with_and_without_a_pill() -> None:
    lead = Lead("bodies", "b")
    assert pill_cell(("met", "Submitted"), lead) == Cell("Submitted", state="met", lead=lead)
    assert pill_cell(None) == Cell()


def test_a_field_as_text() -> None:
    assert [word({"a": 0, "b": None}, name) for name in ("a", "b", "c")] == ["0", "", ""]
