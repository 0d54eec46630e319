from typing import Any


def test_the_page_shows_its_list_and_its_record(council: Any) -> None:
    page = council.page("partnerships", council.ids["Safety"])
    assert page.list_part.head.title() == "Partnerships"
    assert page.view.page.id == council.ids["Safety"]
    assert page.view.page.facts[0].label == "Progress update"
