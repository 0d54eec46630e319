"""The tidy tree: columns, rows, and nothing over anything else."""

from itertools import combinations

from pmdesk.domain.words import words_in
from pmdesk.figures.partnership_map import PartnershipMap, partnership_map
from tests.figures.test_partnership_tree import group, tree

EN = words_in("en")


def places(made: PartnershipMap) -> dict[str, tuple[int, float]]:
    return {box.branch.title: (box.column, box.row) for box in made.boxes}


def test_what_reports_stands_at_the_right_in_rows_of_its_own() -> None:
    made = partnership_map(tree(), EN)
    assert places(made) == {
        "Safety": (0, 1.0), "Abuse": (1, 0.0), "Paths": (1, 1.0), "Youth": (1, 2.0), "Street work": (2, 2.0),
        "Climate": (0, 4.0),
    }  # fmt: skip
    assert (made.columns, made.rows, made.lone_from) == (3, 5.0, 4.0)


def test_nothing_stands_on_anything_else_in_a_large_map() -> None:
    rows = [group("top", "Top"), *(group(f"s{n}", f"Lone {n}") for n in range(40))]
    rows += [
        group(f"g{n}", f"Group {n}", "top" if n % 3 else f"g{n // 2}" if n else "top") for n in range(120)
    ]
    made = partnership_map(tree(rows), EN)
    assert len(made.boxes) == 161
    for one, other in combinations(made.boxes, 2):
        assert one.column != other.column or abs(one.row - other.row) >= 1


def test_what_it_shows_in_words() -> None:
    made = partnership_map(tree(), EN)
    assert made.finding == "1 of 4 reporting lines broken; 1 without an agreed interval"
    assert made.summary.startswith(f"Map of 6 partnerships. {made.finding}. Abuse, Sub-group, reports to ")
    assert partnership_map((), EN).finding == "No partnership reports to another"
    kept = tree([group("safety", "Safety"), group("abuse", "Abuse", "safety")])
    assert partnership_map(kept, EN).finding == "1 reporting line, not broken"
    many = tree([group("safety", "Safety"), *(group(f"g{n}", f"G {n}", "safety") for n in range(40))])
    assert partnership_map(many, EN).summary.endswith("Every line is in the table.")


def test_only_lone_partnerships_and_none_at_all() -> None:
    made = partnership_map(tree([group(str(n), f"P{n}") for n in range(4)]), EN)
    assert places(made) == {"P0": (0, 0.0), "P1": (1, 0.0), "P2": (2, 0.0), "P3": (0, 1.0)}
    assert (made.rows, made.lone_from) == (2.0, 0.0)
    empty = partnership_map((), EN)
    assert (empty.boxes, empty.columns, empty.rows, empty.lone_from) == ((), 0, 0.0, None)
