"""Tensions that nobody has recorded yet: the pair, the reason in words, and the form that records it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pmdesk.domain.dates import say_date
from pmdesk.domain.pull import LEAST, Pull
from pmdesk.domain.words import N_, Words
from pmdesk.figures.measure_rows import measure_title
from pmdesk.figures.record_page import (
    Cell,
    Column,
    Edit,
    Lead,
    Record,
    RecordPage,
    Row,
    Section,
    count_of,
    word,
)


class Suggested(NamedTuple):
    """A pull with its two measures and the name of the objective that both serve ('' for none)."""

    pull: Pull
    one: Record
    other: Record
    objective: str = ""


def say_reason(each: Suggested, words: Words) -> str:
    """'In 5 of 7 quarters one got better while the other got worse.' and what they are asked to do."""
    pull, parts = each.pull, list[str]()
    if pull.against >= LEAST:
        parts.append(
            words(
                "In {n} of {m} periods in which both moved, one got better while the other got worse.",
                n=pull.against,
                m=pull.compared,
            )
        )
    if pull.objective:
        parts.append(words("One is to rise and the other to fall; both serve ‘{name}’.", name=each.objective))
    return " ".join(parts)


def suggestions_section(
    found: Sequence[Suggested],
    today: str,
    words: Words,
    title: str = "",
    known: Mapping[str, str] | None = None,
    under: bool = False,
) -> Section:
    """Each pair with its reason and the way to record it; `known` is what the form is given besides."""
    return Section(
        title or words("These may pull against each other"),
        count_of(found),
        (
            Column(words("The one"), 28, strong=True, gives=True),
            Column(words("The other"), 28, strong=True, gives=True),
            Column(words("Why"), 26, gives=True),
            Column("", 18),
        ),
        tuple(_row(each, today, words, known or {}) for each in found),
        text="" if title else words(EXPLAINED),
        under=under,
    )


EXPLAINED = N_(
    "Apart is a period in which one got better while the other got worse, counted among those in which both"
    " moved. A suggestion is no finding: it asks to be talked about."
)


Found = Sequence[tuple[Record, Sequence[Suggested]]]


def looking_page(words: Words) -> RecordPage:
    """What stands there while the readings of a large register are compared."""
    return _page((Section(words("Looking through the readings…")),), words)


def suggestions_page(found: Found, today: str, words: Words) -> RecordPage:
    """One section for each organisation that answers for such measures; a sentence where there is none."""
    sections = tuple(
        suggestions_section(pairs, today, words, word(organisation, "name")) for organisation, pairs in found
    )
    none = Section(
        words("Nothing found"),
        text=words(
            "No organisation answers for two measures that moved against each other in {n} periods or more.",
            n=LEAST,
        ),
    )
    return _page(sections or (none,), words)


def _page(sections: tuple[Section, ...], words: Words) -> RecordPage:
    return RecordPage(
        kind="tension",
        id="suggestions",
        title=words("What may pull against what"),
        pill=None,
        quiet=words(EXPLAINED),
        facts=(),
        sections=sections,
    )


def _row(each: Suggested, today: str, words: Words, known: Mapping[str, str]) -> Row:
    one, other = measure_title(each.one), measure_title(each.other)
    values = {
        **known,
        "title": words("{one} against {other}", one=word(each.one, "title"), other=word(each.other, "title")),
        "measure": word(each.one, "id"),
        "other_measure": word(each.other, "id"),
        "seen_on": say_date(today, words),
        "note": say_reason(each, words),
    }
    form = Lead("tensions", Edit("tension", None, values))
    why = words("{n} of {m} periods apart", n=each.pull.against, m=each.pull.compared)
    if each.pull.against < LEAST:
        why = say_reason(each, words)
    return Row(
        (
            Cell(one, lead=Lead("measures", word(each.one, "id"))),
            Cell(other, lead=Lead("measures", word(each.other, "id"))),
            Cell(why),
            Cell(words("Record as a tension"), lead=form, link=True),
        )
    )
