"""What a paper can be made of, as a person picks it: updates the newest first, measures by code, plans."""

from typing import NamedTuple

from pmdesk.actions.annual_pack import WHICH
from pmdesk.actions.health_checks import health_of
from pmdesk.actions.paper_table import PACK, PAPERS
from pmdesk.actions.public import announced, internal_measures
from pmdesk.domain.annual_update import ANNUAL_UPDATE
from pmdesk.domain.check import say_value
from pmdesk.domain.dates import say_date
from pmdesk.domain.organisation import ORGANISATION
from pmdesk.domain.partnership import PARTNERSHIP, is_partnership, is_running
from pmdesk.domain.person import styled_name
from pmdesk.domain.plan import PLAN
from pmdesk.domain.progress_update import PROGRESS_UPDATE
from pmdesk.domain.rating import rule_in_force, word_of
from pmdesk.domain.words import Words
from pmdesk.figures.measure_rows import measure_title
from pmdesk.register.store import Register


class PaperChoice(NamedTuple):
    """A record a paper can be of: `quiet` says whose or of when, `status` its state, said and as a code."""

    id: str
    title: str
    quiet: str
    status: str
    code: str


MOST = 1000  # measures offered at once; typing finds the others


def paper_choices(
    register: Register, name: str, year: str, words: Words, typed: str = ""
) -> list[PaperChoice]:
    """What the paper `name` can be made of in a municipal year ('' for all); nothing for a whole register.

    Only updates are of a year. `typed` narrows the measures, of which there may be very many.
    """
    kind = PAPERS[name].of
    if kind == PACK:
        return [PaperChoice(code, words(said), "", "", "") for code, (said, _statuses) in WHICH.items()]
    if kind == "annual_update":
        return _annual(register, year, words)
    if kind == "measure":
        return _measures(register, words, typed)
    if kind == "plan":
        return _plans(register, words)
    if kind == "health_check":
        return _health_checks(register)
    if kind == "validation":
        return _validations(register, words)
    if kind == "partnership":
        return _partnerships(register, words)
    if kind == "person":
        return _people(register, words) if name == "appraisal" else _everybody(register, words)
    if kind == "organisation":
        return _organisations(register, words)
    return _progress(register, year, words) if kind == "progress_update" else []


def _health_checks(register: Register) -> list[PaperChoice]:
    """The closed ones, the newest first; of the others nothing is printed."""
    rows = register.all("health_check")
    closed = [(row, told) for row in rows if (told := health_of(register, row)).results]
    closed.sort(key=lambda each: each[1].closed_on, reverse=True)
    return [
        PaperChoice(str(row["id"]), str(row["title"]), str(row["partnership_name"] or ""), "", "")
        for row, _told in closed
    ]


def _validations(register: Register, words: Words) -> list[PaperChoice]:
    """Those that were held, the newest first."""
    rows = [row for row in register.all("validation") if announced("validation", row)]
    rows.sort(key=lambda row: str(row["held_on"]), reverse=True)
    return [
        PaperChoice(str(row["id"]), str(row["title"]), say_date(row["held_on"], words), "", "")
        for row in rows
    ]


def year_names(register: Register) -> list[str]:
    """The municipal years of the register, newest first."""
    return sorted((str(row["name"]) for row in register.all("municipal_year")), reverse=True)


def _annual(register: Register, year: str, words: Words) -> list[PaperChoice]:
    seats = {row["id"]: row for row in register.all("appointment")}
    people = {row["id"]: row for row in register.all("person")}
    made = []
    for row in register.all("annual_update"):
        seat = seats.get(row["appointment"])
        if seat is None or year not in ("", row["municipal_year_name"]):
            continue
        member = styled_name(people.get(seat["person"], {}))
        quiet = ", ".join(part for part in (member, str(row["municipal_year_name"] or "")) if part)
        status = say_value(ANNUAL_UPDATE.field("status"), row["status"] or "draft", words)
        made.append(
            PaperChoice(
                str(row["id"]),
                str(seat["outside_body_name"] or ""),
                quiet,
                status,
                str(row["status"] or "draft"),
            )
        )
    return sorted(made, key=lambda each: each.title.casefold())


def _measures(register: Register, words: Words, typed: str) -> list[PaperChoice]:
    """Those that may be printed, with how they stand: a key of domain.rating.RATINGS."""
    wanted = register.measures(typed)[:MOST]
    kept, rules, hidden = register.kept(wanted), register.rules(), internal_measures(register)
    made = []
    for row in register.page("measure", wanted):
        if str(row["id"]) in hidden:
            continue
        stands = kept.get(int(str(row["n"])))
        rating = stands.rating if stands else "no_reading"
        said = words(word_of(rating, rule_in_force(rules, stands.ends if stands else "")))
        quiet = str(row["partnership_name"] or row["owner_name"] or "")
        made.append(PaperChoice(str(row["id"]), measure_title(row), quiet, said, rating))
    return made


def _people(register: Register, words: Words) -> list[PaperChoice]:
    """Those who have a personal target."""
    wanted = tuple({row["person"] for row in register.all("personal_target")})
    rows = register.all("person", id=wanted) if wanted else []
    return [
        PaperChoice(str(row["id"]), styled_name(row), str(row["post"] or ""), words("Private"), "")
        for row in rows
    ]


def _everybody(register: Register, words: Words) -> list[PaperChoice]:
    return [
        PaperChoice(str(row["id"]), styled_name(row), str(row["post"] or ""), words("Private"), "")
        for row in register.all("person")
    ]


def _plans(register: Register, words: Words) -> list[PaperChoice]:
    return [
        PaperChoice(
            str(row["id"]),
            str(row["name"] or ""),
            say_value(PLAN.field("kind"), row["kind"], words),
            "",
            "",
        )
        for row in register.all("plan")
    ]


def _partnerships(register: Register, words: Words) -> list[PaperChoice]:
    """Those that run and count as partnerships."""
    return [
        PaperChoice(
            str(row["id"]),
            str(row["name"] or ""),
            say_value(PARTNERSHIP.field("kind"), row["kind"], words),
            "",
            "",
        )
        for row in register.all("partnership")
        if is_partnership(row) and is_running(row)
    ]


def _organisations(register: Register, words: Words) -> list[PaperChoice]:
    """Those that undertook something, said something, or own a measure."""
    kinds = ("contribution", "partner_words")
    known = {row["organisation"] for kind in kinds for row in register.all(kind)}
    return [
        PaperChoice(
            str(row["id"]),
            str(row["name"] or ""),
            say_value(ORGANISATION.field("kind"), row["kind"], words),
            "",
            "",
        )
        for row in register.all("organisation")
        if row["id"] in known or register.count("measure", owner_organisation=row["id"])
    ]


def _progress(register: Register, year: str, words: Words) -> list[PaperChoice]:
    made = []
    for row in register.all("progress_update"):
        if not str(row["period"] or "").startswith(year):
            continue
        status = say_value(PROGRESS_UPDATE.field("status"), row["status"] or "draft", words)
        made.append(
            PaperChoice(
                str(row["id"]),
                str(row["partnership_name"] or ""),
                str(row["period"] or ""),
                status,
                str(row["status"] or "draft"),
            )
        )
    newest_first = sorted(made, key=lambda each: each.quiet, reverse=True)
    return sorted(newest_first, key=lambda each: each.title.casefold())
