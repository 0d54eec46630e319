"""The sets of statements: six by six, eight heads, and one's own."""

from pmdesk.domain.health_templates import TEMPLATES, Principle, how_many, principles_of


def test_the_six_principles_have_six_statements_each() -> None:
    asked = principles_of("assessment_tool")
    assert [len(each.statements) for each in asked] == [6] * 6
    assert how_many(asked) == 36


def test_the_eight_heads() -> None:
    assert len(TEMPLATES["eight_heads"]) == 8
    assert all(each.statements for each in TEMPLATES["eight_heads"])


def test_no_statement_is_asked_twice() -> None:
    for asked in TEMPLATES.values():
        said = [statement for each in asked for statement in each.statements]
        assert len(said) == len(set(said))


def test_our_own() -> None:
    assert principles_of("own", "We meet.\n#Trust\nWe keep our word.") == (
        Principle("", ("We meet.",)),
        Principle("Trust", ("We keep our word.",)),
    )
    assert principles_of("own", None) == ()
    assert principles_of(None) == ()
