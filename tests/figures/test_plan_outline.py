"""The outline of plans, filtered as one types."""

from pmdesk.domain.thread import ratings_below, thread_of
from pmdesk.figures.plan_outline import OutlineRow, matching, outline, plan_years
from tests.figures.plan_story import PLANS, WORDS, thread


def made(typed: str = "", gaps: int = 3) -> tuple[OutlineRow, ...]:
    of = thread()
    return outline(of, ratings_below(of), gaps, [], WORDS, typed)


def titles(rows: tuple[OutlineRow, ...]) -> list[str]:
    return [f"{'  ' * row.depth}{row.title}" for row in rows if row.kind != "view"]


def test_plans_by_kind_with_their_objectives_by_number() -> None:
    assert titles(made()) == [
        "Corporate plans", "Aldermoor Plan", "  2 Homes", "  3 A greener district", "    3.1 Less waste",
        "Community strategies", "Wendleshire Together", "  Tŷ glân",
        "Partnership plans", "Waste plan", "  W1 Recycle more",
    ]  # fmt: skip
    assert [(row.title, row.quiet) for row in made()[:2]] == [
        ("Gaps", "3"), ("By theme and by objective", ""),
    ]  # fmt: skip
    assert made(gaps=0)[0].quiet == "none"


def test_each_row_says_what_its_measures_say_in_shapes_and_words() -> None:
    rows = {row.id: row for row in made()}
    assert [(each.shape, each.n) for each in rows["greener"].counts] == [("met", 1), ("close", 1)]
    assert rows["greener"].spoken == "3 A greener district, 1 met, 1 close"
    assert rows["corporate"].spoken == "Aldermoor Plan, Corporate plan, 2024 to 2028, 1 met, 1 close"
    assert rows["homes"].counts == ()


def test_typing_leaves_what_matches_and_what_that_is_part_of() -> None:
    assert titles(made("less")) == [
        "Corporate plans",
        "Aldermoor Plan",
        "  3 A greener district",
        "    3.1 Less waste",
    ]
    assert titles(made("TY glan")) == ["Community strategies", "Wendleshire Together", "  Tŷ glân"]
    assert titles(made("waste plan")) == ["Partnership plans", "Waste plan", "  W1 Recycle more"]
    assert titles(made("zebra")) == []
    assert matching(made(), "  ") == list(made())


def test_objectives_out_of_their_place_stand_somewhere_and_say_why() -> None:
    of = thread_of(PLANS, [{"id": "lost", "plan": "deleted", "name": "Lost"}])
    rows = outline(of, ratings_below(of), 0, [], WORDS)
    assert [row.title for row in rows[-2:]] == ["Objectives without a plan", "Lost"]
    assert rows[-1].problem == "Its plan has been deleted"
    assert rows[-1].spoken == "Lost, Its plan has been deleted"


def test_nothing_at_all_and_a_kind_that_is_none_of_ours() -> None:
    assert outline(thread_of((), ()), {}, 0, [], WORDS) == ()
    of = thread_of([{"id": "x", "name": "Climate plan", "kind": "climate"}], ())
    assert [row.title for row in outline(of, {}, 0, [], WORDS)][2:] == ["Other plans", "Climate plan"]


def test_the_years_of_a_plan() -> None:
    assert plan_years({"starts": "2024-04"}, WORDS) == "from April 2024"
    assert plan_years({"ends": "2028"}, WORDS) == "to 2028"
    assert plan_years({}, WORDS) == ""
