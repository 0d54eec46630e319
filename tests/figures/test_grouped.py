"""Records gathered by a field."""

from pmdesk.figures.grouped import grouped


def test_every_row_stands_in_one_group_in_its_order() -> None:
    rows = [{"id": n, "body": "ab"[n % 2]} for n in range(5)]
    groups = grouped(rows, "body")
    assert {body: [row["id"] for row in group] for body, group in groups.items()} == {
        "a": [0, 2, 4],
        "b": [1, 3],
    }


def test_rows_without_the_field_stand_together() -> None:
    assert grouped([{"id": "1"}, {"id": "2", "body": None}], "body") == {
        None: [{"id": "1"}, {"id": "2", "body": None}]
    }
    assert grouped([], "body") == {}
