"""The eight heads of the Governing Partnerships checklist: their questions, and which are answered."""

from collections.abc import Mapping
from typing import NamedTuple

from pmdesk.domain.words import N_, Words
from pmdesk.figures.partnership_tables import PartnershipRows
from pmdesk.figures.record_page import Ask, Edit, Lead, Record, word


class Head(NamedTuple):
    """A heading, the question it answers, and the fields of a partnership any of which answers it.

    The form opens at the first of them.
    """

    title: str
    question: str
    fields: tuple[str, ...]


HEADS: Mapping[str, Head] = {
    "why": Head(N_("Why it exists"), N_("What has it been set up to do?"), ("purpose",)),
    "adds": Head(
        N_("What it adds"), N_("What can it do that the council could not do alone?"), ("adds_value",)
    ),
    "governs": Head(
        N_("Who governs it"),
        N_("Who decides, how often do they meet, and where is that written down?"),
        ("terms_of_reference", "agreement", "terms_file", "agreement_file"),
    ),
    "performs": Head(
        N_("How it performs"),
        N_("How will anyone know whether it works: how often does it report?"),
        (),
    ),
    "money": Head(
        N_("Money"),
        N_("What does the council put in, and what do all put in together?"),
        ("funding_cash", "funding_in_kind", "total_budget"),
    ),
    "risk": Head(N_("Risk"), N_("What could go wrong, and who answers for it?"), ()),
    "ends": Head(
        N_("How it ends"),
        N_("What happens when it ends or the council leaves?"),
        ("exit_terms", "exit_file"),
    ),
    "serves": Head(
        N_("How it serves the public"),
        N_("How do residents hear of it, have a say, and complain?"),
        ("serves_public",),
    ),
}


def answered(rows: PartnershipRows) -> dict[str, bool]:
    """Which heads have an answer; what is recorded apart from the partnership answers too."""
    record = rows.partnership
    recorded = {
        "performs": bool(rows.updates or rows.measures or rows.milestones),
        "money": bool(rows.contributions),
        "risk": bool(rows.risks),
    }
    return {
        key: recorded.get(key, False) or any(word(record, name).strip() for name in head.fields)
        for key, head in HEADS.items()
    }


def said_answered(known: Mapping[str, bool], words: Words) -> str:
    """'6 of the eight questions below are answered. Still open: What it adds; How it ends.'"""
    missing = [words(HEADS[key].title) for key, is_known in known.items() if not is_known]
    if not missing:
        return words("All eight questions below are answered.")
    said = words.plural(
        len(known) - len(missing),
        "{n} of the eight questions below is answered.",
        "{n} of the eight questions below are answered.",
    )
    return f"{said} {words('Still open: {heads}.', heads='; '.join(missing))}"


def ask(key: str, partnership: Record, words: Words) -> Ask:
    """The question of a head, and the form at the field that answers it."""
    head, here = HEADS[key], word(partnership, "id")
    form = Edit("partnership", here, {}, head.fields[0] if head.fields else "reporting_interval")
    lead = Lead("edit", form)
    if key == "risk":
        lead = Lead("edit", Edit("risk", None, {"partnership": here}, "title"))
    elif key == "performs" and word(partnership, "reporting_interval"):
        lead = Lead("progress-update", ("new", here))
    return Ask(words(head.question), lead)
