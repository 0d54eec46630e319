"""A health check from opening to closing: each answers alone, what was answered is sealed, results come once.

Opening, answering and closing are final: none of them can be undone. While a check is open an organisation
may answer again, which takes the place of what it answered before. Closing opens the answers once, keeps the
median and the spread, and breaks the seal: after that nobody can read one of them, here or in a copy.
"""

import json
import secrets
from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date, timedelta

from pmdesk.actions.reading import read_record
from pmdesk.domain.check import Refused
from pmdesk.domain.dates import last_day
from pmdesk.domain.health_check import CLOSED, HEALTH_ANSWER, LETTERS, OPENED
from pmdesk.domain.health_results import (
    FEWEST,
    Answers,
    answers_problem,
    read_results,
    results_of,
    results_text,
)
from pmdesk.domain.health_templates import Principle, how_many, principles_of
from pmdesk.domain.words import N_, Say
from pmdesk.figures.health import Health
from pmdesk.figures.health_page import HealthRows
from pmdesk.register import seals
from pmdesk.register.closings import Closing, closings
from pmdesk.register.lists import Row
from pmdesk.register.store import Changes, Register

FINAL = "final"


def health_of(register: Register, check: Row) -> Health:
    """How a check stands. Who has answered is told while it is open; after that only how many did."""
    box = box_of(register, str(check["id"]))
    if box is None:
        asked = principles_of(check.get("template"), check.get("statements"))
        return Health("new", "", "", asked, invited(register, check), frozenset(), None, (), True)
    asked = principles_of(box["template"], box["statements"])
    opened_on, results = str(box["opened_on"] or ""), read_results(box["results"])
    if results:
        seals.break_seal(str(box["id"]))  # where a power cut came between the save and the breaking
        said = json.loads(str(box["said"] or "[]"))
        closed_on = str(box["closed_on"] or "")
        return Health("closed", opened_on, closed_on, asked, (), frozenset(), results, tuple(said), True)
    answered = frozenset(_newest(register, str(check["id"])))
    here = seals.has_seal(str(box["id"]))
    return Health("open", opened_on, "", asked, invited(register, check), answered, None, (), here)


def box_of(register: Register, check: str) -> Row | None:
    """What the answers to a check are put in; None before it was opened.

    Two laptops that opened the same check unseen by each other made two: the first one counts.
    """
    return min(register.all("health_box", health_check=check), key=lambda row: str(row["id"]), default=None)


def invited(register: Register, check: Row) -> tuple[tuple[str, str], ...]:
    """(id, name) of the organisations that are partners now, the lead among them, by name."""
    partners = register.all("partner", partnership=check["partnership"])
    found = {
        str(each["organisation"]): str(each["organisation_name"] or "")
        for each in partners
        if each["organisation"] and not each["left"]
    }
    row = register.get("partnership", str(check["partnership"]))
    if row and row["lead_organisation"]:
        found[str(row["lead_organisation"])] = str(row["lead_organisation_name"] or "")
    return tuple(sorted(found.items(), key=lambda each: each[1]))


def checks_of(register: Register, partnership: str) -> list[tuple[Row, Health]]:
    """The checks of a partnership, the newest first."""
    checks = register.all("health_check", partnership=partnership)
    found = [(check, health_of(register, check)) for check in checks]
    return sorted(found, key=lambda each: each[1].closed_on or each[1].opened_on, reverse=True)


def closed_checks(register: Register, partnership: str) -> list[tuple[Row, Health]]:
    """The closed ones."""
    return [each for each in checks_of(register, partnership) if each[1].results]


def open_checks(register: Register) -> list[tuple[Row, Health]]:
    """The checks that take answers now, those that are to be closed soonest first."""
    boxes = {str(row["health_check"]) for row in register.all("health_box", closed_on=None)}
    checks = register.all("health_check", id=tuple(boxes)) if boxes else []
    ordered = sorted(checks, key=lambda row: str(row["closes_on"] or "9999"))
    return [(check, health) for check in ordered if (health := health_of(register, check)).state == "open"]


def health_rows(register: Register, check: Row) -> HealthRows:
    """A check with what its page says beside it: checks of the same statements, the stake in the targets."""
    health, partnership = health_of(register, check), str(check["partnership"])
    earlier = closed_checks(register, partnership) if health.results else []
    same = [each for each in earlier if each[1].principles == health.principles]
    owners = Counter(
        str(row["owner_organisation"]) for row in register.all("measure", partnership=partnership)
    )
    stakes = [owners[id] for id, _name in invited(register, check)] if owners else []
    return HealthRows(check, health, same, stakes)


def open_check(register: Register, check: str, today: str) -> Changes:
    """Open a check for answers from today on; from here on its statements stay as they are."""
    row = read_record(register, "health_check", check)
    health = health_of(register, row)
    if health.state != "new":
        raise Refused(Say(N_("This check has been opened already.")))
    if not how_many(health.principles):
        raise Refused({"template": Say(N_("Choose which statements are to be answered."))})
    if len(health.invited) < FEWEST:
        raise Refused(
            Say(
                N_(
                    "Nothing is shown below three answers, and {n} organisations are in this partnership."
                    " Add its partners first."
                ),
                {"n": len(health.invited)},
            )
        )
    for each in _asked_lately(register, health.principles, today):
        if each.partnership == str(row["partnership"]):
            raise Refused(Say(TOO_SOON, {"n": DAYS_APART}))
        if _near(each.answered, dict(health.invited)):
            raise Refused(_too_near(register, each))
    with register.change(OPENED, via=FINAL) as change:
        box = change.add("health_box", {"health_check": check})
        kept = {"template": row["template"], "statements": row["statements"]}
        change.set(
            "health_box",
            box,
            {name: str(value) for name, value in kept.items() if value}
            | {"opened_on": today, "key": seals.make_seal(box)},
        )
    return change.changes


DAYS_APART = 180
TOO_SOON = N_(
    "Some of these statements were answered here less than {n} days ago. Asked again so soon, the answers of"
    " one partner more could be read from the difference. Wait, or ask other statements."
)


TOO_NEAR = N_(
    "Nearly the same partners answered some of these statements less than {n} days ago, about"
    " ‘{partnership}’. The answers of one partner could be read from the difference. Wait, or ask other"
    " statements."
)


def _asked_lately(register: Register, asked: Sequence[Principle], today: str) -> list[Closing]:
    """The closed checks, of any partnership, of which a statement was answered too short a time ago."""
    since = (date.fromisoformat(today) - timedelta(days=DAYS_APART)).isoformat()
    return [
        each
        for each in closings(register)
        if (last_day(each.closed_on) or "") > since
        and _statements(asked) & _statements(principles_of(each.template, each.statements))
    ]


def _near(one: Collection[str], other: Collection[str]) -> bool:
    """Whether two groups differ by so few that a difference of their results is as good as an answer."""
    return len(set(one) ^ set(other)) < FEWEST


def _too_near(register: Register, closed: Closing) -> Say:
    named = register.title(closed.partnership)
    return Say(TOO_NEAR, {"n": DAYS_APART, "partnership": named})


def _statements(principles: Sequence[Principle]) -> set[str]:
    """The statements, however they are spaced and written large or small."""
    return {" ".join(one.casefold().split()) for each in principles for one in each.statements}


def answer(register: Register, check: str, organisation: str, answers: Answers, said: str = "") -> Changes:
    """Seal one organisation's answers, a number or None for each statement; `said` are words for everybody.

    Nothing reads them again until the check is closed, and then only as part of the spread.
    """
    row = read_record(register, "health_check", check)
    health, box = health_of(register, row), box_of(register, check)
    if health.state != "open" or box is None:
        raise Refused(Say(N_("This check takes no answers now.")))
    if organisation not in dict(health.invited):
        raise Refused({"organisation": Say(N_("Choose one of the partnership’s partners."))})
    wanted = how_many(health.principles)
    if answers_problem(answers, wanted):
        problem = N_("Answer with 1 to 4, one for each of the {n} statements; at least one of them.")
        raise Refused({"answers": Say(problem, {"n": wanted})})
    said = said.strip()
    if len(said) > LETTERS:
        problem = N_("This is {n} characters long. The most that fits is {most}.")
        raise Refused({"said": Say(problem, {"n": len(said), "most": LETTERS})})
    given = json.dumps([list(answers), said], ensure_ascii=False).encode()
    sealed = seals.seal(str(box["key"]), given)
    known = _newest(register, check).get(organisation)
    with register.change(HEALTH_ANSWER.saved, via=FINAL) as change:
        if known:
            change.set("health_answer", str(known["id"]), {"answers": sealed})
        else:
            kept = {"health_check": check, "organisation": organisation, "answers": sealed}
            change.add("health_answer", kept)
    return change.changes


def close_check(register: Register, check: str, today: str) -> Changes:
    """Close a check for good: its results are worked out, and the seal of its answers is broken."""
    row = read_record(register, "health_check", check)
    box = box_of(register, check)
    if box is None or health_of(register, row).state != "open":
        raise Refused(Say(N_("This check is not open.")))
    if not seals.has_seal(str(box["id"])):
        raise Refused(Say(NOT_HERE))
    principles = principles_of(box["template"], box["statements"])
    # Two that were open at once: the second tells of the one who answered it alone.
    for each in _asked_lately(register, principles, today):
        if _near(each.answered, _newest(register, check)):
            raise Refused(_too_near(register, each))
    given = [each for each in _opened(register, check, box) if each]
    results = results_of([answers for answers, _ in given], [len(each.statements) for each in principles])
    if results is None:
        problem = N_("Nothing is shown below three answers, and {n} have come in. It stays open.")
        raise Refused(Say(problem, {"n": len(given)}))
    words = [said for _, said in given if said]
    # In an order of chance; fewer than three writers would be as good as a name.
    secrets.SystemRandom().shuffle(words)
    shown = json.dumps(words, ensure_ascii=False) if len(words) >= FEWEST else None
    with register.change(CLOSED, via=FINAL) as change:
        kept = {"results": results_text(results), "said": shown, "closed_on": today}
        change.set("health_box", str(box["id"]), kept)
    seals.break_seal(str(box["id"]))
    return change.changes


NOT_HERE = N_(
    "This check was opened on another laptop, and only that one can open its answers. Close it there."
)


def _newest(register: Register, check: str) -> dict[str, Row]:
    """The answers to a check by organisation; of two laptops' the later ones."""
    rows = sorted(register.all("health_answer", health_check=check), key=lambda row: str(row["id"]))
    return {str(row["organisation"]): row for row in rows if row["answers"]}


def _opened(register: Register, check: str, box: Row) -> Sequence[tuple[Answers, str] | None]:
    """What each organisation answered; None where it does not open or is no set of answers."""
    texts = [str(row["answers"]) for row in _newest(register, check).values()]
    wanted = how_many(principles_of(box["template"], box["statements"]))
    return [_read(each, wanted) for each in seals.unseal(str(box["id"]), texts)]


def _read(raw: bytes | None, wanted: int) -> tuple[Answers, str] | None:
    try:
        answers, said = json.loads(raw or b"")
        return None if answers_problem(answers, wanted) else (answers, str(said))
    except (ValueError, TypeError):
        return None
