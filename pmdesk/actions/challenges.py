"""Challenges with their replies, the umbrella above them and where they stand; read many at a time."""

from collections.abc import Iterable, Mapping, Sequence

from pmdesk.domain.challenge_state import answer_due, both_views, challenge_state, climbs_to, in_order
from pmdesk.domain.settings import DAYS_TO_ANSWER
from pmdesk.domain.words import Words
from pmdesk.figures.challenges import Challenged, Challenges, known_of
from pmdesk.figures.grouped import grouped
from pmdesk.register.challenges import about_parts_of
from pmdesk.register.lists import Row
from pmdesk.register.store import Register

_AT_ONCE = 1_000  # ids in one question: SQL has a limit
# What a challenge is about that belongs to a partnership itself.
_OF_PARTNERSHIPS = ("measure", "milestone", "contribution")


def days_to_answer(register: Register) -> int:
    """Within how many days this register expects an answer."""
    allowed = register.settings().get("days_to_answer")
    return allowed if isinstance(allowed, int) else DAYS_TO_ANSWER


def challenged(register: Register, rows: Sequence[Row], today: str) -> list[Challenged]:
    """The same challenges in the same order, as they stand on day `today` (ISO)."""
    replies = grouped(_of(register, "challenge_reply", "challenge", [row["id"] for row in rows]), "challenge")
    days, partnerships = days_to_answer(register), _partnerships(register, rows)
    parents = by_id(register, "partnership", (each.get("parent") for each in partnerships.values()))
    return [
        _told(row, replies.get(row["id"], ()), partnerships.get(row["id"], {}), parents, days, today)
        for row in rows
    ]


def challenges_about(register: Register, today: str, **where: object) -> list[Challenged]:
    """Those with these values: `measure=id`, `to_organisation=id` and so on."""
    return challenged(register, register.all("challenge", **where), today)


def challenges_of_partnership(register: Register, partnership: object, today: str) -> list[Challenged]:
    """Those about a partnership, or about a measure, milestone or contribution of it and no other."""
    unsaid = challenged(register, about_parts_of(register, partnership), today)
    own = [each for each in unsaid if each.partnership.get("id") == partnership]
    return challenges_about(register, today, partnership=partnership) + own


def new_challenge(
    register: Register, today: str, words: Words, to: object = "", **about: object
) -> dict[str, str]:
    """What the form of a new challenge begins with; `to` and `about` are ids, '' or None where not known."""
    return known_of(str(register.settings().get("council") or ""), to, today, words, **about)


def plain_standing(register: Register, rows: Sequence[Row], today: str) -> dict[str, dict[str, object]]:
    """Beside each challenge's own fields, by id: its state, the day an answer is due, the umbrella above."""
    return {
        told.id: {
            "state": told.state,
            "answer_due": told.due,
            "climbs_to": told.umbrella.get("name"),
            "climbs_to_id": told.umbrella.get("id"),
            "views_differ": both_views(told.row, told.replies)[2],
        }
        for told in challenged(register, rows, today)
    }


def of_partnership(register: Register, partnership: Row, today: str, words: Words) -> Challenges:
    """What the page of a partnership shows, and what a new challenge begins with there."""
    found = challenges_of_partnership(register, partnership["id"], today)
    return Challenges(found, new_challenge(register, today, words, partnership=partnership["id"]))


def of_measure(register: Register, measure: Row, today: str, words: Words) -> Challenges:
    """The same for a measure: who owns it is asked."""
    return _of_owned(register, "measure", measure, today, words)


def of_milestone(register: Register, milestone: Row, today: str, words: Words) -> Challenges:
    """The same for a milestone."""
    return _of_owned(register, "milestone", milestone, today, words)


def of_organisation(
    register: Register, organisation: object, today: str, words: Words
) -> tuple[Challenges, Challenges]:
    """What is asked of an organisation, and what it asks of others."""
    asked_of = challenges_about(register, today, to_organisation=organisation)
    asked_by = challenges_about(register, today, from_organisation=organisation)
    return Challenges(asked_of, new_challenge(register, today, words, organisation)), Challenges(asked_by)


def _of_owned(register: Register, kind: str, row: Row, today: str, words: Words) -> Challenges:
    about = {kind: row["id"], "partnership": row["partnership"]}
    known = new_challenge(register, today, words, row["owner_organisation"], **about)
    return Challenges(challenges_about(register, today, **{kind: row["id"]}), known)


def by_id(register: Register, kind: str, ids: Iterable[object]) -> Mapping[object, Row]:
    """These records of a kind by their ids; those that are not there are left out."""
    wanted = list(dict.fromkeys(each for each in ids if each))
    return {row["id"]: row for row in _of(register, kind, "id", wanted)}


def _told(
    row: Row, replies: Sequence[Row], about: Row, parents: Mapping[object, Row], days: int, today: str
) -> Challenged:
    umbrella = climbs_to(about, parents.get(about.get("parent")))
    state = challenge_state(row, bool(replies), umbrella is not None, days, today)
    return Challenged(row, in_order(replies), about, umbrella or {}, state, answer_due(row, days))


def _partnerships(register: Register, rows: Sequence[Row]) -> dict[object, Row]:
    """The partnership each is about, by the challenge's id: its own, else that of what it is about."""
    owners: dict[object, object] = {row["id"]: row["partnership"] for row in rows if row["partnership"]}
    for name in _OF_PARTNERSHIPS:
        rest = [row for row in rows if row["id"] not in owners and row[name]]
        about = by_id(register, name, (row[name] for row in rest))
        for row in rest:
            if (owner := about.get(row[name], {}).get("partnership")) is not None:
                owners[row["id"]] = owner
    known = by_id(register, "partnership", owners.values())
    return {id: known[owner] for id, owner in owners.items() if owner in known}


def _of(register: Register, kind: str, reference: str, ids: Sequence[object]) -> list[Row]:
    """The records of a kind that name any of these in a field."""
    found = list[Row]()
    for first in range(0, len(ids), _AT_ONCE):
        found += register.all(kind, **{reference: tuple(ids[first : first + _AT_ONCE])})
    return found
