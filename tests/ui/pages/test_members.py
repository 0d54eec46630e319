from typing import Any


def test_the_page_shows_its_list_and_its_record(council: Any) -> None:
    page = council.page("members", council.ids["Holloway"])
    assert page.list_part.head.title() == "Members"
    assert page.view.page.id == council.ids["Holloway"]
    assert page.view.page.facts[0].label == "Seats held"
