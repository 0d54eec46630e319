"""A rating rule's page: how it rates, since when, and its words; from its record alone."""

from pmdesk.domain.check import say_value
from pmdesk.domain.rating import RATINGS, rule_of, word_of
from pmdesk.domain.rating_rule import RATING_RULE
from pmdesk.domain.words import N_, Words
from pmdesk.figures.list_rows import ListRow
from pmdesk.figures.record_page import Cell, Column, Fact, Record, RecordPage, Row, Section, word

# What each rating means under each method, as the page says it.
_MEANT = {
    "tolerance": (N_("The target is met or bettered."), N_("Worse, by no more than the tolerance."),
                  N_("Worse than that.")),
    "last_year": (N_("No worse than the target by more than the tolerance."),
                  N_("Worse than that, but no worse than the same period last year."),
                  N_("Worse than both.")),
    "beyond": (N_("Better than the target by more than the tolerance."),
               N_("Within the tolerance of the target."), N_("Worse than that.")),
}  # fmt: skip


def rating_rule_row(rule: Record, words: Words) -> ListRow:
    """'Met, close or missed', and since when it holds."""
    return ListRow(word(rule, "id"), word(rule, "name"), _since(rule, words))


def rating_rule_page(rule: Record, words: Words) -> RecordPage:
    """The page of one rule."""
    method = say_value(RATING_RULE.field("method"), rule.get("method"), words)
    tolerance = word(rule, "tolerance")
    return RecordPage(
        kind="rating_rule",
        id=word(rule, "id"),
        title=word(rule, "name"),
        pill=None,
        quiet=f"{method}.",
        facts=(
            Fact(words("In force"), _since(rule, words)),
            Fact(
                words("Tolerance"),
                f"{tolerance}%" if tolerance else words("each measure’s own"),
                words("where a measure has none of its own") if tolerance else "",
            ),
        ),
        sections=(_meanings(rule, words), _promise(words)),
    )


def _since(rule: Record, words: Words) -> str:
    starts = say_value(RATING_RULE.field("starts"), rule.get("starts"), words)
    return words("from {day}", day=starts) if starts else words("from the start")


def _meanings(rule: Record, words: Words) -> Section:
    read = rule_of(rule)
    meant = _MEANT.get(read.method, _MEANT["tolerance"])
    rows = tuple(
        Row((Cell(words(word_of(colour, read)), state=RATINGS[colour][0]), Cell(words(sentence))))
        for colour, sentence in zip(("green", "amber", "red"), meant, strict=True)
    )
    return Section(words("What its words mean"), "", (Column(words("Rating"), 30), Column("", 70)), rows)


def _promise(words: Words) -> Section:
    return Section(
        words("Earlier ratings"),
        text=words(
            "A rule rates the periods that end on its first day or later. What was rated before stays."
        ),
    )
