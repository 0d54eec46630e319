"""Significance on a partnership's page: what the council's rule makes of it, and the care that asks for."""

from collections.abc import Mapping, Sequence

from pmdesk.domain.check import say_value
from pmdesk.domain.money import say_money
from pmdesk.domain.partnership import PARTNERSHIP, is_partnership
from pmdesk.domain.risk import has_high, is_open, level
from pmdesk.domain.significance import (
    ASKED,
    CARE,
    LEVELS,
    TESTS,
    Rules,
    Significance,
    by_hand_differs,
    lacking,
    significance,
)
from pmdesk.domain.words import N_, Words
from pmdesk.figures.record_page import Edit, Fact, Lead, Pair, Record, Section, word

# The field that answers a test; a risk is a record of its own.
_ANSWERED_BY: Mapping[str, str] = {
    "money": "funding_cash",
    "fundamental": "fundamental",
    "statutory": "statutory",
    "high_risk": "risks",
    "long": "started",
    "reliance": "reliance",
}


def significance_of(
    partnership: Record, risks: Sequence[Record], rules: Rules, today: str
) -> Significance | None:
    """By the council's rule; None for networks, contracts and grants, which are no partnerships."""
    if not is_partnership(partnership):
        return None
    return significance(partnership, has_high(risks), rules, today)


def significance_fact(partnership: Record, found: Significance | None, rules: Rules, words: Words) -> Fact:
    """The level by the rule, and whether the council set another by hand."""
    if found is None:
        kind = say_value(PARTNERSHIP.field("kind"), partnership.get("kind"), words)
        return Fact(words("Kind"), kind, words("not counted as a partnership"))
    note = words("{n} of {m} tests met", n=len(found.met), m=len(ASKED[rules.kind]))
    if by_hand_differs(partnership, found.level):
        note = words("set by hand: {level}", level=_by_hand(partnership, words))
    return Fact(words("Significance"), words(LEVELS[found.level]), note)


def significance_section(
    partnership: Record, risks: Sequence[Record], found: Significance, rules: Rules, words: Words
) -> Section:
    """Which tests are met, which nobody answered, the care it asks for and what of that is lacking."""
    missing = lacking(partnership, len(risks), found.level)
    pairs = [
        Pair(words("By the council’s rule"), _by_rule(found, rules, words)),
        Pair(words("Tests met"), _tests(found.met, rules, words) or words("None")),
    ]
    if found.unknown:
        said = _tests(found.unknown, rules, words)
        lead = _unscored(risks) if found.unknown[0] == "high_risk" else None
        lead = lead or _lead(partnership, _ANSWERED_BY[found.unknown[0]])
        pairs.append(
            Pair(words("Nobody has said"), words("whether {tests}", tests=said), words("Answer"), lead)
        )
    if by_hand := _by_hand(partnership, words):
        differs = by_hand_differs(partnership, found.level)
        said = words("{level}: differs from the rule", level=by_hand) if differs else by_hand
        pairs.append(Pair(words("Set by hand"), said, state="close" if differs else "complete"))
    pairs.append(Pair(words("Care it asks for"), words(CARE[found.level])))
    if missing:
        said = ", ".join(_wanted(name, words) for name in missing)
        pairs.append(Pair(words("Of that, lacking"), said, words("Fill in"), _lead(partnership, missing[0])))
    else:
        pairs.append(Pair(words("Of that, lacking"), words("Nothing"), state="complete"))
    return Section(words("How significant it is"), pairs=tuple(pairs), under=True)


def _by_rule(found: Significance, rules: Rules, words: Words) -> str:
    return words(
        "{level}: {n} of {m} tests met",
        level=words(LEVELS[found.level]),
        n=len(found.met),
        m=len(ASKED[rules.kind]),
    )


def _tests(tests: Sequence[str], rules: Rules, words: Words) -> str:
    return "; ".join(words(TESTS[each], amount=say_money(rules.threshold)) for each in tests)


def _by_hand(partnership: Record, words: Words) -> str:
    return say_value(PARTNERSHIP.field("significance"), partnership.get("significance"), words)


def _wanted(name: str, words: Words) -> str:
    return words(_RISKS if name == "risks" else PARTNERSHIP.field(name).label)


_RISKS = N_("Its main risks")


def _unscored(risks: Sequence[Record]) -> Lead | None:
    """The form of a risk that has no score yet; None where there is none."""
    for each in risks:
        if is_open(each) and level(each) == "unknown":
            return Lead("edit", Edit("risk", word(each, "id"), {}, "likelihood"))
    return None


def _lead(partnership: Record, name: str) -> Lead:
    """The form in which it is filled in, at that field."""
    here = word(partnership, "id")
    if name == "risks":
        return Lead("edit", Edit("risk", None, {"partnership": here}, "title"))
    return Lead("edit", Edit("partnership", here, {}, name))
