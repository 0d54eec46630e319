"""From the register to the papers of figures: a measure's story; internal measures are never printed."""

from collections.abc import Sequence
from dataclasses import replace

from pmdesk.actions import public
from pmdesk.actions.measure_story import story
from pmdesk.actions.public_challenges import printed_about
from pmdesk.actions.this_laptop import council_name
from pmdesk.actions.titles import record_called
from pmdesk.domain.check import Refused
from pmdesk.domain.words import N_, Say, Words
from pmdesk.figures.measure_story import MeasureStory
from pmdesk.figures.paper_measure import MeasurePaper, is_provisional, measure_figures
from pmdesk.register.lists import Row
from pmdesk.register.store import Register


def measure_paper(register: Register, of: Sequence[str], words: Words, today: str) -> MeasurePaper:
    """The stories of these measures (ids, codes or titles), in the order given, each once.

    Refused when none is named, one is not there, or one is internal.
    """
    typed = [each.strip() for each in of if each.strip()]
    wanted = list(dict.fromkeys(record_called(register, "measure", each) for each in typed))
    if not wanted:
        raise Refused(Say(N_("Say which measure the paper is of: its code, its title or its id.")))
    plans = {str(row["id"]): row for row in public.public_all(register, "plan")}
    stories = [public_story(register, each, today) for each in wanted]
    made = tuple(
        replace(
            measure_figures(each, plans, words),
            exchanges=printed_about(register, today, words, measure=each.measure["id"]),
        )
        for each in stories
    )
    return MeasurePaper(council_name(register), made, today)


def public_story(register: Register, measure: str, today: str) -> MeasureStory:
    """The story of a measure without anything private; Refused for one that is internal."""
    told = story(register, measure, today)
    if told.measure.get("visibility") == public.INTERNAL:
        raise Refused(
            Say(
                N_("‘{name}’ is internal, so no paper prints it. Make it public on its page first."),
                {"name": told.title},
            )
        )
    return replace(
        told,
        measure=public.public("measure", told.measure),
        target_rows={id: public.public("target", row) for id, row in told.target_rows.items()},
        reading_rows={id: public.public("reading", row) for id, row in told.reading_rows.items()},
        objectives=_public_rows("objective", told.objectives),
        aligned=_public_rows("objective", told.aligned),
        comparators=_public_rows("comparator", told.comparators),
        earlier=_public_rows("earlier_tolerance", told.earlier),
    )


def _public_rows(kind: str, rows: Sequence[object]) -> tuple[Row, ...]:
    return tuple(public.public(kind, row) for row in rows if isinstance(row, dict))


def say_left_out(count: int, words: Words) -> str:
    """How many internal measures a paper leaves out; '' for none."""
    if not count:
        return ""
    return words.plural(
        count,
        "{n} internal measure is not printed, nor counted here.",
        "{n} internal measures are not printed, nor counted here.",
    )


def say_provisional(stories: Sequence[MeasureStory], words: Words) -> str:
    """Which measures rest on a figure that may still change; '' for none."""
    named = [str(each.measure.get("code") or each.title) for each in stories if is_provisional(each)]
    if not named:
        return ""
    return words("Provisional figures, which may still change: {names}.", names=", ".join(named))
