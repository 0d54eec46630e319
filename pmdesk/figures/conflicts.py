"""What two laptops left unsettled, as frozen values: for the page, the command line, the Desk and papers."""

from collections.abc import Sequence
from dataclasses import dataclass

from pmdesk.domain.words import N_, Words
from pmdesk.figures.desk_items import Item

# The sorts of thing to settle: what each is called, and the question a person answers.
VALUES, DELETED, TWICE, CIRCLE = "values", "deleted", "twice", "circle"
SAME = "same"  # no laptop left it: a person may say that two records called the same are one
QUESTIONS = {
    VALUES: N_("Two people wrote here without seeing each other’s words. Which stands?"),
    DELETED: N_("One person deleted this while another wrote in it. Which stands?"),
    TWICE: N_("This is in the register more than once, since two people added it. Which one stays?"),
    CIRCLE: N_("These stand above one another in a circle. Which link is taken out?"),
    SAME: N_(
        "Are they one? The one that you keep takes what it lacks from the other, and whatever refers to the"
        " other refers to it from then on. Undo parts them again."
    ),
}
SAID = {
    VALUES: N_("{field}: changed on two laptops"),
    DELETED: N_("deleted on one laptop, changed on another"),
    TWICE: N_("added on two laptops"),
    CIRCLE: N_("two laptops closed a circle"),
    SAME: N_("{field}: two records are called the same"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One side: its number for `--take`, what it says, who wrote it where and when, what they had seen.

    `plain` and `at` are for other programs: the value as `list --json` has it, the moment in UTC.
    """

    n: int
    said: str
    who: str
    laptop: str
    when: str
    seen: str
    take: str
    plain: object = None
    by: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing to settle; `id` names it, and is the same on every laptop.

    `written` is whether a value of one's own can be written instead; `seen` is what settling it is checked
    against: it is refused when something else came meanwhile.
    """

    id: str
    sort: str
    kind: str
    record: str
    title: str
    field: str
    label: str
    choices: tuple[Choice, ...]
    written: bool
    seen: tuple[int, ...]

    def question(self, words: Words) -> str:
        return words(QUESTIONS[self.sort])

    def heading(self, words: Words) -> str:
        """'Purpose: changed on two laptops', after the record's title."""
        said = words(SAID[self.sort], field=self.label)
        return said[:1].upper() + said[1:]


HEADINGS = {
    VALUES: N_("Two values to settle"),
    DELETED: N_("Deleted here, changed there: to settle"),
    TWICE: N_("Added twice: to settle"),
    CIRCLE: N_("In a circle: to settle"),
}


def settle_heading(conflicts: Sequence[Conflict], in_all: int) -> str:
    """The Desk's heading over what two laptops left, to be translated; of several sorts it names none."""
    sorts = {each.sort for each in conflicts}
    if len(sorts) == 1 and in_all <= len(conflicts):
        return HEADINGS[sorts.pop()]
    return N_("Left by two laptops to settle")


def conflict_items(conflicts: Sequence[Conflict], words: Words) -> list[Item]:
    """The Desk's lines: each leads to the page where it is settled."""
    return [
        Item(
            "close",
            each.title,
            words(SAID[each.sort], field=each.label),
            ", ".join(dict.fromkeys(choice.who for choice in each.choices if choice.who)),
            each.choices[-1].when if each.choices else "",
            words("Look at them") if each.sort == SAME else words("Settle it"),
            "conflicts",
            each.kind,
            each.id,
        )
        for each in conflicts
    ]


MOST_NAMED = 5  # of what a paper rests on


def say_resting(names: Sequence[str], words: Words) -> str:
    """What a paper prints where its figures rest on values that nobody has settled; '' for none."""
    told = list(dict.fromkeys(names))
    if not told:
        return ""
    more = len(told) - MOST_NAMED
    said = told[:MOST_NAMED] + ([words.plural(more, "and {n} more", "and {n} more")] if more > 0 else [])
    return words(
        "These figures rest on values that two people wrote and nobody has settled yet: {what}.",
        what="; ".join(said),
    )
