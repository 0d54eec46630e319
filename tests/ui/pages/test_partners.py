from typing import Any


def test_the_page_shows_its_list_and_its_record(council: Any) -> None:
    page = council.page("partners", council.ids["Police"])
    assert page.list_part.head.title() == "Partners"
    assert page.view.page.id == council.ids["Police"]
    assert page.view.page.facts[0].label == "Partnerships it is in"
