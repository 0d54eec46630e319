from typing import Any


def test_the_page_shows_its_list_and_its_record(council: Any) -> None:
    page = council.page("bodies", council.ids["Advice"])
    assert page.list_part.head.title() == "Outside bodies"
    assert page.view.page.id == council.ids["Advice"]
    assert page.view.page.facts[0].label == "Seats"
