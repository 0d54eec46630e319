"""The desk's groups that are about other laptops and about people long gone; most registers have none."""

from collections.abc import Iterable
from typing import NamedTuple

from pmdesk.domain.words import Words
from pmdesk.figures.desk_items import Item
from pmdesk.figures.erasure import say_gone


class Lacking(NamedTuple):
    """A laptop, as it is called here, of which `saves` are missing although later ones are here."""

    name: str
    saves: int


class Untrusted(NamedTuple):
    """A laptop that nobody has said is one of ours; `saves` wait for that, in the `hub` or here.

    `name` is what it calls itself, '' where it says nothing; `record` is the id of its own record.
    """

    name: str
    saves: int
    hub: bool
    record: str


class Left(NamedTuple):
    """A person who left, since which day (ISO), or `by_seat` on the day their last seat ended."""

    id: str
    name: str
    since: str
    by_seat: bool


class DeskLaptops(NamedTuple):
    """What the desk says of them; of the people gone for long the first ones, and how many in all."""

    lacking: tuple[Lacking, ...] = ()
    untrusted: tuple[Untrusted, ...] = ()
    gone: tuple[Left, ...] = ()
    gone_in_all: int = 0


def lacking_items(lacking: Iterable[Lacking], words: Words) -> list[Item]:
    """Each leads to where packs are brought in."""
    return [
        Item(
            "clock",
            each.name[:1].upper() + each.name[1:],
            words.plural(
                each.saves,
                "{n} save made before others that are here has not come",
                "{n} saves made before others that are here have not come",
            ),
            "",
            "",
            words("Bring in a pack"),
            "exchange",
            "",
            "",
        )
        for each in lacking
    ]


def untrusted_items(untrusted: Iterable[Untrusted], words: Words) -> list[Item]:
    """Each leads to where its six words are compared."""
    return [
        Item(
            "close",
            each.name or words("A laptop without a name"),
            words.plural(
                each.saves,
                "{n} save waits until its six words are compared",
                "{n} saves wait until its six words are compared",
            ),
            "",
            "",
            words("Compare the words"),
            "hub" if each.hub else "laptops",
            "" if each.hub else "laptop",
            "" if each.hub else each.record,
        )
        for each in untrusted
    ]


def gone_items(gone: Iterable[Left], words: Words) -> list[Item]:
    """Each leads to the list with Erase beside each."""
    return [
        Item(
            "clock",
            each.name,
            say_gone(each.since, each.by_seat, words),
            "",
            "",
            words("See who is gone"),
            "retention",
            "person",
            each.id,
        )
        for each in gone
    ]
