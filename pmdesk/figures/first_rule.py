"""How targets are rated before a council has a rule of its own, in words; it works nothing out."""

from pmdesk.domain.rating_rule import RATING_RULE
from pmdesk.domain.series import Rule
from pmdesk.domain.words import Words


def say_first_rule(rule: Rule, words: Words) -> str:
    """The way chosen when the register was started, and where 'close' can come from (rule 2).

    >>> say_first_rule(Rule("last_year"), Words())[:64]
    'Targets are rated as chosen when the register was started. Green'
    """
    way = words(RATING_RULE.field("method").choice_label(rule.method))
    said = [words("Targets are rated as chosen when the register was started. {way}.", way=way)]
    if rule.tolerance is None:
        said.append(
            words(
                "No tolerance is set for all measures,"
                " so a measure is close only where it has one of its own."
            )
        )
    said.append(words("Add a rule to rate otherwise from a day on."))
    return " ".join(said)
