"""Beginning a review from what the register has, and which partnerships are due one; ¶95.4."""

from collections.abc import Mapping
from dataclasses import replace

from pmdesk.actions import records
from pmdesk.actions.pages import partnership_rows
from pmdesk.actions.public import internal_measures, public, public_all
from pmdesk.domain.check import Refused
from pmdesk.domain.dates import say_date
from pmdesk.domain.significance import rules_from
from pmdesk.domain.words import N_, Say, Words
from pmdesk.figures.grouped import grouped
from pmdesk.figures.looks import LookFigures, look_figures
from pmdesk.figures.review_draft import ReviewFacts, review_draft
from pmdesk.register.store import Changes, Register

# The kinds that say who is due a look.
LOOKS_SHOW = ("partnership", "risk", "review", "settings")


def drawn_sections(register: Register, partnership: str, today: str, words: Words) -> dict[str, str]:
    """The six sections as the register has them today, {} where there is no such partnership.

    A review is published: nothing private is drawn into it, and no measure that is for the council only.
    """
    row = register.get("partnership", partnership)
    if row is None or row["deleted"]:
        return {}
    hidden = internal_measures(register)
    rows = partnership_rows(register, public("partnership", row), today, words)
    rows = replace(rows, measures=[each for each in rows.measures if each.id not in hidden])
    plans = public_all(register, "plan", partnership=partnership)
    asked = [
        each
        for each in public_all(register, "challenge", partnership=partnership)
        if each.get("measure") not in hidden
    ]
    facts = ReviewFacts(
        rows,
        [(plan, public_all(register, "objective", plan=plan["id"])) for plan in plans],
        public_all(register, "partner_words", partnership=partnership),
        [(each, public_all(register, "challenge_reply", challenge=each["id"])) for each in asked],
    )
    return review_draft(facts, today, words)


def begin_review(
    register: Register, partnership: str, typed: Mapping[str, object], today: str, words: Words
) -> tuple[str, Changes]:
    """A new review of a partnership (its id), its sections drawn from the register where none was typed."""
    drawn = drawn_sections(register, partnership, today, words)
    if not drawn:
        raise Refused(Say(N_("This partnership has been deleted.")))
    name = register.title(partnership)
    known = {
        "title": words("Review of {partnership}", partnership=name),
        "started": say_date(today, words),
        **drawn,
    }
    return records.save(register, "review", {**known, **typed, "partnership": partnership})


def looks(register: Register, today: str, words: Words) -> LookFigures:
    """Every running partnership by significance, and when scrutiny last looked at it."""
    return look_figures(
        register.all("partnership"),
        grouped(register.all("risk"), "partnership"),
        grouped(register.all("review"), "partnership"),
        rules_from(register.settings()),
        today,
        words,
    )
