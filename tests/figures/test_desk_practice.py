"""A result that somebody has waited for half a year stands on the desk."""

from pmdesk.domain.words import words_in
from pmdesk.figures.desk_practice import result_items

EN, TODAY = words_in("en"), "2026-04-27"


def test_only_what_is_awaited_long_enough() -> None:
    told = {"practice": "p", "organisation_name": "Moorside"}
    adoptions: list[dict[str, object]] = [
        {**told, "id": "1", "adopted_on": "2025-10-27"},
        {**told, "id": "2", "adopted_on": "2025-10-28"},
        {**told, "id": "3", "adopted_on": "2025-01-10", "result": "Fewer."},
        {**told, "id": "4", "adopted_on": "2024-09-01"},
        {**told, "id": "5", "practice": "gone", "adopted_on": "2024-09-01"},
        {**told, "id": "6"},
    ]
    made = result_items(adoptions, [{"id": "p", "title": "Tags on bins"}], TODAY, EN)
    assert [(each.id, each.title, each.who, each.when) for each in made] == [
        ("4", "Tags on bins", "Moorside", "since 1 September 2024"),
        ("1", "Tags on bins", "Moorside", "since 27 October"),
    ]
