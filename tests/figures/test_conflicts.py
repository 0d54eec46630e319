"""What is to be settled, in words: a heading, the question, and the Desk's line."""

from pmdesk.domain.words import Words
from pmdesk.figures.conflicts import Choice, Conflict, conflict_items, say_resting, settle_heading

CHOICES = tuple(
    Choice(n, said, who, "this laptop", f"{n} May 2026, 10:00", "", "Take this")
    for n, (said, who) in enumerate((("Move", "Ruth"), ("Play", "Marcus")), 1)
)


def made(sort: str, field: str = "", label: str = "Purpose") -> Conflict:
    return Conflict("x:purpose", sort, "partnership", "x", "Arts", field, label, CHOICES, True, ())


def test_each_sort_has_its_heading_and_question() -> None:
    words = Words()
    said = {sort: made(sort).heading(words) for sort in ("values", "deleted", "twice", "circle")}
    assert said == {
        "values": "Purpose: changed on two laptops",
        "deleted": "Deleted on one laptop, changed on another",
        "twice": "Added on two laptops",
        "circle": "Two laptops closed a circle",
    }
    assert len({made(sort).question(words) for sort in said}) == 4


def test_the_desk_leads_to_where_it_is_settled() -> None:
    (item,) = conflict_items([made("values")], Words())
    assert (item.title, item.quiet, item.who) == ("Arts", "Purpose: changed on two laptops", "Ruth, Marcus")
    assert (item.page, item.id, item.when) == ("conflicts", "x:purpose", "2 May 2026, 10:00")


def test_a_paper_names_five_and_counts_the_rest() -> None:
    words = Words()
    assert say_resting([], words) == ""
    said = say_resting(["A", "B", "A", "C", "D", "E", "F", "G"], words)
    assert said.endswith("nobody has settled yet: A; B; C; D; E; and 2 more.")


def test_the_desk_names_what_is_to_be_settled() -> None:
    def one(sort: str) -> Conflict:
        return Conflict("x", sort, "measure", "m", "EN02", "", "", (), False, ())

    assert settle_heading([one("values")], 1) == "Two values to settle"
    assert settle_heading([one("twice")], 1) == "Added twice: to settle"
    assert settle_heading([one("values"), one("circle")], 2) == "Left by two laptops to settle"
    assert settle_heading([one("values")], 9) == "Left by two laptops to settle"
