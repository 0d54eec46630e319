"""The desk's lines about other laptops and people long gone: what each says and where it leads."""

from pmdesk.domain.words import words_in
from pmdesk.figures.desk_items import Item
from pmdesk.figures.desk_laptops import (
    Lacking,
    Left,
    Untrusted,
    gone_items,
    lacking_items,
    untrusted_items,
)

EN = words_in("en")


def test_saves_that_have_not_come_lead_to_the_packs() -> None:
    one, many = lacking_items([Lacking("laptop 3f2a", 1), Lacking("Ann’s laptop", 3)], EN)
    assert one == Item(
        *("clock", "Laptop 3f2a", "1 save made before others that are here has not come", "", ""),
        *("Bring in a pack", "exchange", "", ""),
    )
    assert (many.title, many.quiet) == (
        "Ann’s laptop",
        "3 saves made before others that are here have not come",
    )


def test_a_laptop_to_be_trusted_leads_to_its_six_words() -> None:
    waits = Untrusted("", 2, True, "id"), Untrusted("Bob’s laptop", 1, False, "id")
    hub, here = untrusted_items(waits, EN)
    assert (hub.title, hub.page, hub.id) == ("A laptop without a name", "hub", "")
    assert hub.quiet == "2 saves wait until its six words are compared"
    assert (here.title, here.page, here.kind, here.id) == ("Bob’s laptop", "laptops", "laptop", "id")
    assert here.quiet == "1 save waits until its six words are compared"


def test_people_long_gone_lead_to_their_list() -> None:
    left, seat = gone_items([Left("a", "Ann", "2018-05-10", False), Left("b", "Bob", "2019", True)], EN)
    assert (left.title, left.quiet, left.page, left.id) == ("Ann", "left on 10 May 2018", "retention", "a")
    assert seat.quiet == "last seat ended on 2019"
