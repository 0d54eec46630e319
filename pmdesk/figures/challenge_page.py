"""A challenge's page: the question and the reply beside each other, both views, what was agreed."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pmdesk.domain.challenge import CHALLENGE
from pmdesk.domain.challenge_state import both_views
from pmdesk.domain.check import say_value
from pmdesk.domain.contribution import CONTRIBUTION
from pmdesk.domain.dates import days_between, last_day, say_date
from pmdesk.domain.words import Words
from pmdesk.figures.challenges import Challenged, challenge_pill, say_between
from pmdesk.figures.desk_items import late
from pmdesk.figures.measure_rows import MeasureRow
from pmdesk.figures.record_page import (
    Action,
    Edit,
    Fact,
    Lead,
    Pair,
    Record,
    RecordPage,
    Section,
    Side,
    sentences,
    word,
)


@dataclass(frozen=True, slots=True)
class ChallengeRows:
    """A challenge, and what it is about where that has figures of its own."""

    told: Challenged
    measure: MeasureRow | None = None
    contribution: Record = field(default_factory=dict)


def challenge_page(rows: ChallengeRows, today: str, words: Words) -> RecordPage:
    """The page of one challenge as it stands on day `today` (ISO)."""
    told, row = rows.told, rows.told.row
    reply = Lead("edit", Edit("challenge_reply", None, _known(told, today, words), "text"))
    return RecordPage(
        kind="challenge",
        id=told.id,
        title=word(row, "question"),
        pill=challenge_pill(told, words),
        quiet=sentences(say_between(row, words), _challenger(row, words)),
        facts=tuple(_facts(told, today, words)),
        sections=tuple(_sections(rows, reply, words)),
        primary=None if told.replies or row.get("closed_on") else Action(_say_record(words), None, reply),
    )


def say_no_reply(told: Challenged, words: Words) -> str:
    """'No reply yet, asked on 9 March 2026.'"""
    return words("No reply yet, asked on {day}.", day=say_date(told.row.get("asked_on"), words))


def say_view(record: Record, asked: str, words: Words) -> str:
    """Whose doing it is, as a challenge or a reply says it; '' where it does not. `asked` is who answers."""
    view = word(record, "view")
    if view == "this_partner":
        return asked
    return words(CHALLENGE.field("view").choice_label(view)) if view else ""


def _say_record(words: Words) -> str:
    return words("Record the reply")


def _known(told: Challenged, today: str, words: Words) -> dict[str, str]:
    return {"challenge": told.id, "said_on": say_date(today, words)}


def _challenger(row: Record, words: Words) -> str:
    who, independent = word(row, "challenger"), row.get("independent") is True
    if not who:
        return words("The challenger is independent of both") if independent else ""
    if independent:
        return words("Put by {who}, independent of both", who=who)
    return words("Put by {who}", who=who)


def _facts(told: Challenged, today: str, words: Words) -> Iterator[Fact]:
    row, unknown = told.row, words("Not known")
    asked = last_day(row.get("asked_on"))
    yield Fact(words("Asked on"), say_date(row.get("asked_on"), words) or unknown, _ago(asked, today, words))
    if told.replies:
        said = say_date(told.replies[0].get("said_on"), words)
        took = _took(asked, last_day(told.replies[0].get("said_on")), words)
        yield Fact(words("Answered on"), said or unknown, took)
    else:
        note = late(days_between(told.due, today), words) if told.due and told.due < today else ""
        yield Fact(words("An answer is asked for by"), say_date(told.due, words) or unknown, note)
    if told.is_unanswered:
        yield _climbs(told, words)
    elif row.get("agreed_action"):
        done, by = row.get("action_done_on"), last_day(row.get("action_by"))
        note = late(days_between(by, today), words) if by and by < today and not done else ""
        label = words("Done on") if done else words("To be done by")
        yield Fact(label, say_date(done or row.get("action_by"), words) or words("No day agreed"), note)
    if row.get("closed_on"):
        yield Fact(words("Closed on"), say_date(row.get("closed_on"), words))


def _climbs(told: Challenged, words: Words) -> Fact:
    """Where it goes when nobody answers, and whom to ask there."""
    label = words("It went to") if told.state == "climbed" else words("Unanswered, it goes to")
    if not told.umbrella:
        return Fact(label, words("Nobody"), words("no umbrella partnership is above it"))
    whom = word(told.umbrella, "lead_officer_name") or word(told.umbrella, "lead_organisation_name")
    return Fact(label, word(told.umbrella, "name"), whom)


def _ago(day: str | None, today: str, words: Words) -> str:
    days = days_between(day, today) if day else 0
    return words.plural(days, "{n} day ago", "{n} days ago") if days > 0 else ""


def _took(asked: str | None, said: str | None, words: Words) -> str:
    days = days_between(asked, said) if asked and said else 0
    return words.plural(days, "after {n} day", "after {n} days") if days > 0 else ""


def _sections(rows: ChallengeRows, reply: Lead, words: Words) -> Iterator[Section]:
    told, row = rows.told, rows.told.row
    later = words("Add what it says now")
    yield Section(
        words("Asked and answered"),
        action=Action(later, "plus", reply) if told.replies else None,
        sides=sides_of(told, words),
    )
    if both_views(row, told.replies)[2]:
        yield _views(told, words)
    yield Section(words("What it is about"), pairs=tuple(_about(rows, words)))
    yield _agreed(told, words)
    if word(row, "note"):
        yield Section(words("Note"), text=word(row, "note"))


def sides_of(told: Challenged, words: Words) -> tuple[tuple[Side, ...], tuple[Side, ...]]:
    """(what was asked, what was answered): the same on the page and on paper."""
    return (_asked(told.row, words),), _answered(told, words)


def _asked(row: Record, words: Words) -> Side:
    parts = (word(row, "question"), word(row, "evidence"))
    return Side(
        word(row, "from_organisation_name"),
        words("asked on {day}", day=say_date(row.get("asked_on"), words)),
        "\n\n".join(part for part in parts if part),
        _sees(row, word(row, "to_organisation_name"), words),
    )


def _answered(told: Challenged, words: Words) -> tuple[Side, ...]:
    """The partner's replies in its own words, the first first; or that there is none."""
    whom = word(told.row, "to_organisation_name")
    if not told.replies:
        waits = words("Its answer will stand here in its own words.")
        return (Side(whom, "", say_no_reply(told, words), waits),)
    return tuple(
        Side(whom, _said(each, words), word(each, "text"), _sees(each, whom, words)) for each in told.replies
    )


def _said(reply: Record, words: Words) -> str:
    day, who = say_date(reply.get("said_on"), words), word(reply, "said_by")
    return words("answered on {day}, {who}", day=day, who=who) if who else words("answered on {day}", day=day)


def _sees(record: Record, asked: str, words: Words) -> str:
    view = say_view(record, asked, words)
    if view and view != asked:
        view = f"{view[:1].lower()}{view[1:]}"
    return words("Whose doing it is: {view}", view=view) if view else ""


def _views(told: Challenged, words: Words) -> Section:
    asker, partner, _differ = both_views(told.row, told.replies)
    asked = word(told.row, "to_organisation_name")
    return Section(
        words("Two views of the cause"),
        text=words("They see it differently. Both views are kept, and both are printed."),
        pairs=(
            Pair(word(told.row, "from_organisation_name"), say_view({"view": asker}, asked, words)),
            Pair(asked, say_view({"view": partner}, asked, words)),
        ),
    )


def _about(rows: ChallengeRows, words: Words) -> Iterator[Pair]:
    """What it is about, each with its way there; a measure with the score it is asked about."""
    told, row = rows.told, rows.told.row
    if row.get("measure"):
        lead, made = Lead("measures", word(row, "measure")), rows.measure
        shape, said = made.pill if made and made.pill else ("", "")
        title = made.title if made else word(row, "measure_name")
        yield Pair(words("Measure"), "", title, lead)
        if said:  # a line of its own: beside large words both would push the page wider than the window
            yield Pair(words("Rating"), said, state=shape)
    if row.get("milestone"):
        lead = Lead("milestones", word(row, "milestone"))
        yield Pair(words("Milestone"), "", word(row, "milestone_name"), lead)
    if row.get("contribution"):
        given = rows.contribution
        kind = say_value(CONTRIBUTION.field("kind"), given.get("kind"), words)
        lead = Lead("partnerships", word(given, "partnership"))
        yield Pair(words("Contribution"), "", word(given, "what") or kind, lead)
    if told.partnership:
        lead = Lead("partnerships", word(told.partnership, "id"))
        yield Pair(words("Partnership"), "", word(told.partnership, "name"), lead)


def _agreed(told: Challenged, words: Words) -> Section:
    """What both agreed to do; what is asked next while it is not done."""
    row = told.row
    agreed = word(row, "agreed_action")
    name = "action_done_on" if agreed else "agreed_action"
    verb = words("Say it is done") if agreed else words("Agree an action")
    if row.get("action_done_on"):
        name, verb = "closed_on", words("Close it")
    form = Lead("edit", Edit("challenge", told.id, {}, name))
    days = [
        Pair(words(CHALLENGE.field(each).label), say_date(row.get(each), words))
        for each in ("action_by", "action_done_on")
        if row.get(each)
    ]
    return Section(
        words("What both agreed to do"),
        text=agreed or words("Nothing is agreed yet."),
        pairs=tuple(days),
        action=None if row.get("closed_on") else Action(verb, None, form),
    )
