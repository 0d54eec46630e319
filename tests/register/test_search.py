"""Search finds by beginnings, without accents, titles first; whatever is typed is words."""

import pytest

from pmdesk.register.search import match
from pmdesk.register.store import Register


def test_search_puts_titles_first_and_ignores_accents(filled: Register) -> None:
    found = filled.search("ty gla")
    assert found[0].title == "Tŷ Glân"
    assert [each.title for each in filled.search("aims")] == [
        "Tŷ Glân",
        "Zeta Board",
        "aldermoor Arts",
        "Émile Trust",
    ]
    assert "Aims" in filled.search("aims")[0].words
    assert len(filled.search("a", limit=2)) == 2


@pytest.mark.parametrize(
    "typed", ['"', "*", "NEAR(", "a AND", "title:x", "-", "(", "^x", "'; DROP TABLE", ""]
)
def test_whatever_is_typed_is_words_and_never_a_query_language(filled: Register, typed: str) -> None:
    filled.search(typed)
    assert match(typed).count('"') % 2 == 0
