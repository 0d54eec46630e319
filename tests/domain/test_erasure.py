"""How a person is named in free text, and what stands in its place."""

import pytest

from pmdesk.domain.entities import ENTITIES
from pmdesk.domain.erasure import ABOUT, GONE_WITH, Names, sentence_round

OKAFOR = Names(["Cllr Daniel Okafor"], ["d.okafor@aldermoor.example", "01234 567 890"])


@pytest.mark.parametrize(
    ("text", "how", "left"),
    [
        ("Daniel Okafor chaired.", "whole", "(erased) chaired."),
        ("Cllr. Daniel Okafor chaired.", "whole", "(erased) chaired."),
        ("Y Cynghorydd DANIEL OKAFOR", "whole", "(erased)"),
        ("Okafor, Daniel (chair)", "whole", "(erased) (chair)"),
        ("Daniel James Okafor", "whole", "(erased)"),
        ("Dániel  Ökafor", "whole", "(erased)"),
        ("D. Okafor’s view", "initials", "(erased)’s view"),
        ("D Okafor", "initials", "(erased)"),
        ("D.J. Okafor", "initials", "(erased)"),
        ("Okafor, D.", "initials", "(erased)"),
        ("Cllr Okafor asked", "surname", "(erased) asked"),
        ("okafor", "surname", "(erased)"),
        ("write to D.Okafor@aldermoor.example", "contact", "write to (erased)"),
        ("ring 01234567890", "contact", "ring (erased)"),
        ("Okaforville and Daniel", "", "Okaforville and Daniel"),
        ("", "", ""),
        ("Daniel Okafor and Cllr Okafor met Ann Okafor", "whole", "(erased) and (erased) met Ann (erased)"),
    ],
)
def test_a_text_names_them_so_surely_and_reads_on_without(text: str, how: str, left: str) -> None:
    assert OKAFOR.surest(text) == how
    assert OKAFOR.without(text) == left


def test_a_welsh_name_is_found_however_its_letters_are_typed() -> None:
    names = Names(["Siân Ŵynne-Jones"])
    assert names.without("Rhoddodd sian wynne-jones y gadair i S. Ŵynne-Jones.") == (
        "Rhoddodd (erased) y gadair i (erased)."
    )


def test_a_code_is_a_name_too_and_a_short_word_is_none() -> None:
    assert Names(["FM02"]).without("FM02 and FM021") == "(erased) and FM021"
    assert Names(["Jo"]).found("Jo said so") == [] and Names(["Jo Ng"]).surest("Ng said so") == ""
    assert Names(["", "  "]).found("anything") == [] and Names(["Cllr"]).surest("the Cllr") == "whole"
    assert Names(["…"]).found("…") == []


def test_the_sentence_round_a_name_is_cut_where_it_is_long() -> None:
    long = "word " * 60 + "Okafor" + " word" * 60
    at = long.index("Okafor")
    said = sentence_round(long, at, at + 6)
    assert said.startswith("…") and said.endswith("…") and "Okafor" in said and len(said) < 170
    assert sentence_round("One.\nOkafor here\nThree", 5, 11) == "Okafor here"


def test_what_is_theirs_are_fields_we_have() -> None:
    for kind, (way, fields) in ABOUT.items():
        entity = ENTITIES[kind]
        assert entity.field(way).refers in ("person", "appointment")
        assert all(entity.has(name) for name in fields)
    assert set(GONE_WITH) <= set(ABOUT)
