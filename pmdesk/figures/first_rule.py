"""How targets are rated before a council has a rule of its own, in words; it works nothing out."""

from pmdesk.domain.rating_rule import RATING_RULE
from pmdesk.domain.series import Rule
from pmdesk.domain.words import Words


def say_first_rule(rule: Rule, words: Words) -> str:
    """The way chosen when the register was started, and where 'close' can come from (rule 2).

    >>> say_first_rule(Rule("last_year"), Words())[:28]
    'Targets are rated so: Green '
    """
    way = words(RATING_RULE.field("method").choice_label(rule.method))
    said = [words("Targets are rated so: {way}.", way=way)]
    if rule.tolerance is None:
        said.append(words("A measure is close only by a tolerance of its own."))
    said.append(words("Add a rule to rate otherwise from a day on."))
    return " ".join(said)
