"""How significant a partnership is, by the council's own rule set, and what care that asks for (rule 13).

Sources: Gravesham's register of partnerships (a threshold, or fundamental, or statutory; £50,000 in 2021);
Chorley and South Ribble's framework of 2024 (three or more of five); Lancaster's points (major, moderate,
limited), whose own scale is not published: the points here are a council's to set.
"""

from collections.abc import Mapping
from typing import NamedTuple

from pmdesk.domain.dates import first_day, last_day
from pmdesk.domain.words import N_, Say

Record = Mapping[str, object]

RULE_SETS = (
    ("any", N_("Any one of three: its money, a corporate objective, the law")),
    ("most", N_("At least so many of the five tests")),
    ("points", N_("Points for each test, from limited to major")),
)
THRESHOLD = 5_000_000  # pence
LEAST = 3
MAJOR, MODERATE = 5, 3
LONG_YEARS = 5

# The tests, by name, as a person reads them.
TESTS: Mapping[str, str] = {
    "money": N_("the council puts in {amount} a year or more"),
    "fundamental": N_("it is fundamental to a corporate objective"),
    "statutory": N_("the law requires it"),
    "high_risk": N_("its risk is high"),
    "long": N_("it runs for five years or more"),
    "reliance": N_("the council relies on a partner to deliver services"),
}
# Which tests each rule set asks.
ASKED: Mapping[str, tuple[str, ...]] = {
    "any": ("money", "fundamental", "statutory"),
    "most": ("money", "fundamental", "high_risk", "long", "reliance"),
    "points": ("money", "fundamental", "statutory", "high_risk", "long", "reliance"),
}
LEVELS: Mapping[str, str] = {
    "major": N_("Major"),
    "moderate": N_("Moderate"),
    "limited": N_("Limited"),
    "significant": N_("Significant"),
    "other": N_("Not significant"),
}
_MOST_CARE = N_(
    "A signed agreement with exit terms, a register of risks, a review every year and reports to Cabinet."
)
_LEAST_CARE = N_("A lead officer, and a note of what it is for.")
CARE: Mapping[str, str] = {
    "major": _MOST_CARE,
    "significant": _MOST_CARE,
    "moderate": N_("Terms of reference, its main risks, and a review every two years."),
    "limited": _LEAST_CARE,
    "other": _LEAST_CARE,
}
# What a level of care asks to be filled in: fields of the partnership, or 'risks'.
WANTED: Mapping[str, tuple[str, ...]] = {
    "major": ("purpose", "lead_officer", "terms_of_reference", "agreement", "exit_terms", "risks",
              "review_due", "reporting_interval"),
    "moderate": ("purpose", "lead_officer", "terms_of_reference", "risks", "review_due"),
    "limited": ("purpose", "lead_officer"),
}  # fmt: skip


# Where a council can begin: what its settings are in each, by the name it is chosen by (pence, numbers).
PRESETS: Mapping[str, tuple[str, Mapping[str, object]]] = {
    "gravesham": (
        N_("Any one test, from £50,000 (Gravesham)"),
        {"significance_rule": "any", "significance_amount": 5_000_000},
    ),
    "chorley": (
        N_("3 of 5 tests, from £100,000 (Chorley)"),
        {"significance_rule": "most", "significance_amount": 10_000_000, "significance_least": 3},
    ),
    "points": (
        N_("Points: 3 is moderate, 5 is major"),
        {
            "significance_rule": "points",
            "significance_amount": 5_000_000,
            "significance_moderate": 3,
            "significance_major": 5,
        },
    ),
}


class Rules(NamedTuple):
    """The council's rule set: `kind` of RULE_SETS, the threshold in pence, how many tests or points."""

    kind: str = "any"
    threshold: int = THRESHOLD
    least: int = LEAST
    major: int = MAJOR
    moderate: int = MODERATE


class Significance(NamedTuple):
    """`level` of LEVELS; the tests that are met, and those nobody has answered yet."""

    level: str
    met: tuple[str, ...]
    unknown: tuple[str, ...]


def rules_from(settings: Record) -> Rules:
    """The rule set as the register's settings have it; what was not chosen is our own."""
    kind = str(settings.get("significance_rule") or "any")
    numbers = (
        _number(settings.get(name), otherwise)
        for name, otherwise in (
            ("significance_amount", THRESHOLD),
            ("significance_least", LEAST),
            ("significance_major", MAJOR),
            ("significance_moderate", MODERATE),
        )
    )
    return Rules(kind if kind in ASKED else "any", *numbers)


def significance(partnership: Record, has_high_risk: bool | None, rules: Rules, today: str) -> Significance:
    """How significant a partnership is; what nobody answered counts as not met, and is named.

    `has_high_risk` is whether an open risk of it scores high; None where no risk is recorded.

    >>> significance({"funding_cash": 6_000_000}, None, Rules(), "2026-04-27").level
    'significant'
    >>> known = {"funding_cash": 0, "fundamental": True, "reliance": True, "started": "2019"}
    >>> significance(known, False, Rules("most", least=3), "2026-04-27")
    Significance(level='significant', met=('fundamental', 'long', 'reliance'), unknown=())
    """
    answers = _answers(partnership, has_high_risk, rules, today)
    asked = ASKED[rules.kind]
    met = tuple(test for test in asked if answers[test])
    unknown = tuple(test for test in asked if answers[test] is None)
    return Significance(_level(met, rules), met, unknown)


def rule_problems(settings: Record) -> dict[str, Say]:
    """What is wrong with the numbers of a rule set, as {field of the settings: sentence}.

    A number that the chosen rule set does not ask is no problem.

    >>> list(rule_problems({"significance_rule": "most", "significance_least": 9}))
    ['significance_least']
    >>> rule_problems({"significance_rule": "any", "significance_least": 9})
    {}
    """
    rules, problems = rules_from(settings), dict[str, Say]()
    amount = settings.get("significance_amount")
    if isinstance(amount, int) and amount <= 0:
        problems["significance_amount"] = Say(N_("The threshold must be more than nothing."))
    if rules.kind == "most" and not 1 <= rules.least <= len(ASKED["most"]):
        problems["significance_least"] = Say(N_("There are five tests: say a number from 1 to 5."))
    if rules.kind == "points":
        most = len(ASKED["points"])
        if not 1 <= rules.moderate <= most:
            problems["significance_moderate"] = Say(N_("There are six tests: say a number from 1 to 6."))
        elif not rules.moderate < rules.major <= most:
            problems["significance_major"] = Say(N_("Major takes more points than moderate, and at most 6."))
    return problems


def by_hand_differs(partnership: Record, level: str) -> bool:
    """Whether the council set another significance by hand than its rule gives; one not set never differs.

    Where the rule knows only significant or not, 'major' set by hand agrees with significant, the others not.

    >>> by_hand_differs({"significance": "moderate"}, "major"), by_hand_differs({}, "major")
    (True, False)
    >>> by_hand_differs({"significance": "major"}, "significant")
    False
    """
    by_hand = partnership.get("significance")
    if by_hand not in ("major", "moderate", "limited"):
        return False
    return (
        (by_hand == "major") != (level == "significant")
        if level in ("significant", "other")
        else (by_hand != level)
    )


def lacking(partnership: Record, risks: int, level: str) -> list[str]:
    """What the care of a level asks for and is not there: fields of the partnership, and 'risks'."""
    wanted = WANTED["major" if level == "significant" else "limited" if level == "other" else level]
    return [
        name for name in wanted if (not risks if name == "risks" else partnership.get(name) in (None, ""))
    ]


def _level(met: tuple[str, ...], rules: Rules) -> str:
    if rules.kind == "points":
        if len(met) >= rules.major:
            return "major"
        return "moderate" if len(met) >= rules.moderate else "limited"
    return "significant" if len(met) >= (rules.least if rules.kind == "most" else 1) else "other"


def _answers(
    partnership: Record, has_high_risk: bool | None, rules: Rules, today: str
) -> dict[str, bool | None]:
    money, started = partnership.get("funding_cash"), first_day(partnership.get("started"))
    return {
        "money": money >= rules.threshold if isinstance(money, int) else None,
        "fundamental": _yes(partnership.get("fundamental")),
        "statutory": _yes(partnership.get("statutory")),
        "high_risk": has_high_risk,
        "long": _is_long(started, partnership.get("ends"), today),
        "reliance": _yes(partnership.get("reliance")),
    }


def _is_long(started: str | None, ends: object, today: str) -> bool | None:
    """Whether it has run, ran or is to run for five years: up to its end where it has one, else to today."""
    if started is None:
        return None
    last = last_day(ends) or today
    return f"{int(started[:4]) + LONG_YEARS}{started[4:]}" <= last


def _yes(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _number(value: object, otherwise: int) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else otherwise
