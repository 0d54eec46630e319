"""Judges a form that came back against the register: whose it is, what it brings, what does not fit."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from pmdesk.actions.return_figures import in_the_form
from pmdesk.actions.return_ticket import Ticket, read_ticket
from pmdesk.actions.years import council_days
from pmdesk.domain.annual_update import meeting_problem
from pmdesk.domain.appointment import held_between
from pmdesk.domain.check import LONGEST, Refused, Value, read_value
from pmdesk.domain.dates import NotRead
from pmdesk.domain.facts import Type
from pmdesk.domain.municipal_year import year_bounds
from pmdesk.domain.return_form import ANSWERS, NOT_FILLED_IN, asked, mark, missing
from pmdesk.domain.words import N_, Say
from pmdesk.exchange.return_forms import ReturnedForm
from pmdesk.figures.returned_forms import Difference, ReturnedFile
from pmdesk.register.lists import Row
from pmdesk.register.store import Register

_AGREED = ("accepted", "published")


@dataclass(frozen=True, slots=True)
class Judged:
    """A file as it was understood, and what taking it in would write: `update` is None for a new one."""

    file: ReturnedFile
    seat: str = ""
    year: str = ""
    update: str | None = None
    status: str = ""
    values: Mapping[str, Value] | None = None


def judge(register: Register, key: str, name: str, form: ReturnedForm, year: str | None) -> Judged:
    """What a form brings and whether it fits; `year` is the only municipal year wanted, if any.

    Its ticket tells what the form was given: an answer that nobody touched changes nothing, and one that was
    changed here meanwhile as well is a difference to choose from. Nothing is written.
    """
    try:
        ticket = read_ticket(register, form.ticket)
        seat, municipal = _whose(register, ticket, year)
        if form.gone:
            raise Refused(
                Say(N_("Questions were taken out of the form: it was changed by some other program."))
            )
    except Refused as refused:
        return Judged(ReturnedFile(key, name, "refused", reasons=tuple(refused.problems.values())))
    file = ReturnedFile(
        key,
        name,
        "complete",
        member=str(seat["person_name"] or ""),
        body=str(seat["outside_body_name"] or ""),
        year=str(municipal["name"]),
    )
    updates = register.all("annual_update", appointment=seat["id"], municipal_year=municipal["id"])
    update = updates[0] if updates else None
    judged = Judged(file, str(seat["id"]), str(municipal["id"]), str(update["id"]) if update else None)
    return _weighed(register, judged, form, ticket, update)


def _whose(register: Register, ticket: Ticket, year: str | None) -> tuple[Row, Row]:
    """The seat and the year of a ticket as they stand in the register; Refused where they do not fit."""
    seat = register.get("appointment", ticket.seat)
    if not seat or seat["deleted"]:
        raise Refused(Say(N_("It is for an appointment that the register has no more.")))
    municipal = register.get("municipal_year", ticket.year)
    if not municipal or municipal["deleted"]:
        raise Refused(Say(N_("It is for a municipal year that the register has no more.")))
    said = {"year": str(municipal["name"]), "body": str(seat["outside_body_name"])}
    if year and municipal["name"] != year:
        raise Refused(Say(N_("It is for {year}, not for the year that is being taken in."), said))
    if seat["person"] != ticket.person:
        raise Refused(Say(N_("The seat on {body} is another person’s by now."), said))
    days = council_days(register.all("municipal_year"))
    if not held_between(seat, *year_bounds(str(municipal["name"]), days)):
        raise Refused(Say(N_("The seat on {body} was not held in {year}."), said))
    return seat, municipal


def _weighed(
    register: Register, judged: Judged, form: ReturnedForm, ticket: Ticket, update: Row | None
) -> Judged:
    touched = {
        name: said
        for name in ANSWERS
        if mark(said := form.answers.get(name, "")) != ticket.given.get(name, "")
    }
    here = {name: in_the_form(name, (update or {}).get(name)) for name in touched}
    news = {name: said for name, said in touched.items() if mark(said) != mark(here[name])}
    file = judged.file
    came = register.led_to(bytes.fromhex(file.key))
    # After Undo it may come again: then none of what it changed stands here any more.
    changed = [name for name in touched if name not in NOT_FILLED_IN]
    if came and came == judged.update and (not news or any(name not in news for name in changed)):
        return _stays(judged, "known", Say(N_("This very file was taken in before.")))
    if not touched:
        return _stays(judged, "refused", Say(N_("Nothing was filled in.")))
    if not news:
        return _stays(judged, "known", Say(N_("All it says stands in the register already.")))
    if update and update["status"] in _AGREED:
        return _stays(
            judged,
            "refused",
            Say(N_("The annual update was accepted already. Return it first if it must change.")),
        )
    values, reasons, too_long = _values(news)
    if too_long:
        return _stays(judged, "refused", too_long)
    return _decided(judged, update, values, reasons, _differences(news, here, ticket))


def _stays(judged: Judged, state: str, reason: Say) -> Judged:
    return replace(judged, file=replace(judged.file, state=state, reasons=(reason,)))


def _differences(news: Mapping[str, str], here: Mapping[str, str], ticket: Ticket) -> tuple[Difference, ...]:
    """Answers that were changed here as well since the form was made."""
    return tuple(
        Difference(name, here[name], said)
        for name, said in news.items()
        if mark(here[name]) != ticket.given.get(name, "")
    )


def _decided(
    judged: Judged,
    update: Row | None,
    values: Mapping[str, Value],
    reasons: tuple[Say, ...],
    differences: tuple[Difference, ...],
) -> Judged:
    whole = {**(update or {}), **values}
    wrong = meeting_problem(whole.get("meetings_held"), whole.get("meetings_attended"))
    lacks = tuple(missing(whole).values())
    complete = not lacks and not wrong
    now = str((update or {}).get("status") or "draft")
    state = "differs" if differences else "complete" if complete else "incomplete"
    if differences:
        reasons = (Say(N_("Other answers stand in the register. Choose which of them to keep.")), *reasons)
    file = replace(
        judged.file,
        state=state,
        answers=len(values),
        reasons=(*reasons, wrong) if wrong else reasons,
        missing=lacks,
        differences=differences,
    )
    return replace(judged, file=file, values=values, status="submitted" if complete else now)


def _values(news: Mapping[str, str]) -> tuple[dict[str, Value], tuple[Say, ...], Say | None]:
    """Answers as they are kept, what is to be said of them, and why one is too long to keep."""
    values, reasons = dict[str, Value](), list[Say]()
    for name, said in news.items():
        field = asked(name)
        question = Say(field.label)
        most = LONGEST[Type.LONG if field.type is Type.LONG else Type.TEXT]
        if len(said) > most:
            return {}, (), Say(_TOO_LONG, {"question": question, "n": len(said), "most": most})
        try:
            values[name] = _read(name, said)
        except NotRead as problem:
            values[name] = " ".join(said.split())
            reasons.append(Say(_AS_TYPED, {"question": question, "why": problem.sentence}))
    return values, tuple(reasons), None


_TOO_LONG = N_("‘{question}’: the answer is {n} characters long. The most that fits is {most}.")
_AS_TYPED = N_("‘{question}’: {why} It is kept as it was typed.")


def _read(name: str, said: str) -> Value:
    if name == "declared":
        return bool(said)
    return read_value(asked(name), said)
