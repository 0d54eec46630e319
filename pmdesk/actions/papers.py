"""The papers this register can print: which there are, what they are of, their bytes, their file.

To add a paper:
1. what it says as frozen values in `figures/paper_values.py`, with no place for anything private;
2. its gathering from the register in a file here, through `public.py` only; its test plants a secret;
3. its drawing in `papers`, every piece of it tagged; its test reads text and tags back from the PDF;
4. its row in PAPERS and its drawing in _DRAWN, in _DRAWN_LONG if it may take seconds; window and command
   line offer it by themselves. With `many` the window lets several records be chosen, all of them until
   then: `paper_choices.py` says which there are.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from pmdesk.actions.alignment_paper import alignment_paper
from pmdesk.actions.annual_pack import pack_figures
from pmdesk.actions.annual_update_paper import annual_update_figures
from pmdesk.actions.appointments_paper import appointments_figures
from pmdesk.actions.appraisal_paper import appraisal_figures
from pmdesk.actions.cabinet_paper import cabinet_figures
from pmdesk.actions.contributions_paper import contribution_figures
from pmdesk.actions.figure_papers import measure_paper
from pmdesk.actions.health_paper import health_paper
from pmdesk.actions.paper_subjects import annual_update_meant, only, progress_update_meant
from pmdesk.actions.plan_paper import plan_figures
from pmdesk.actions.progress_paper import progress_figures
from pmdesk.actions.register_papers import outside_bodies_figures, partnerships_figures
from pmdesk.actions.resting import noted
from pmdesk.actions.scrutiny_paper import scrutiny_figures
from pmdesk.actions.slippage_paper import slippage_figures
from pmdesk.actions.tensions_paper import tension_figures
from pmdesk.actions.this_laptop import council_name
from pmdesk.actions.titles import record_called
from pmdesk.actions.writing import spare_the_register, write_file
from pmdesk.actions.year_pictures import year_pictures
from pmdesk.actions.years import current_year
from pmdesk.domain.check import Refused
from pmdesk.domain.telling import Progress, Told, first_half, second_half, telling
from pmdesk.domain.words import N_, Say, Words
from pmdesk.figures.paper_values import RegisterFigures
from pmdesk.register.store import Register


class Paper(NamedTuple):
    """A paper: its title, what it says of itself, the kind of record it is of ('' for the whole register).

    With `many` it can be of several of them, and is of all where none is named.
    """

    name: str
    title: str
    about: str
    of: str
    many: bool = False


PACK = "pack"  # what the annual pack is of: which updates it prints, a key of annual_pack.WHICH

PAPERS: Mapping[str, Paper] = {
    paper.name: paper
    for paper in (
        Paper(
            "annual-update",
            N_("Annual update"),
            N_("A member's year on one outside body, in about two pages."),
            "annual_update",
        ),
        Paper(
            "annual-pack",
            N_("Annual updates pack"),
            N_("A year’s updates in one paper, with contents."),
            PACK,
        ),
        Paper(
            "progress",
            N_("Progress report"),
            N_("One partnership in one period, with its milestones."),
            "progress_update",
        ),
        Paper(
            "cabinet",
            N_("Partnerships, for Cabinet"),
            N_("Exceptions first, then each partnership on its own page."),
            "partnership",
            many=True,
        ),
        Paper(
            "slippage",
            N_("Milestones that slipped"),
            N_("How far, whose doing it was, and what it pushes."),
            "partnership",
            many=True,
        ),
        Paper(
            "contributions",
            N_("Contributions of partners"),
            N_("What each undertook, delivered and attained, and its own words."),
            "organisation",
            many=True,
        ),
        Paper(
            "health-check",
            N_("Health check"),
            N_("What the partners think, as a spread, once the check is closed."),
            "health_check",
        ),
        Paper(
            "scrutiny",
            N_("Partnerships, for scrutiny"),
            N_("Who is due a look, what is weak or late, and what was recommended."),
            "",
        ),
        Paper(
            "tensions",
            N_("Tensions between targets"),
            N_("What pulls against what, who bears the cost, and the way out."),
            "",
        ),
        Paper(
            "measure",
            N_("Story of a measure"),
            N_("Its chart and readings, and what is still asked."),
            "measure",
        ),
        Paper(
            "plan",
            N_("Performance report"),
            N_("How a plan’s measures are doing, exceptions first."),
            "plan",
        ),
        Paper(
            "alignment",
            N_("One set of figures"),
            N_("The same measures by theme and by objective."),
            "",
        ),
        Paper(
            "appointments",
            N_("Appointments to outside bodies"),
            N_("Who sits where in the year Annual Council opens, for its agenda."),
            "",
        ),
        Paper(
            "register-outside-bodies",
            N_("Register of outside bodies"),
            N_("Every body the council appoints to and who sits on it."),
            "",
        ),
        Paper(
            "year-in-pictures",
            N_("The year in pictures"),
            N_("How annual updates came in, attendance, and what was worthwhile."),
            "",
        ),
        Paper(
            "register-partnerships",
            N_("Register of partnerships"),
            N_("Every partnership the council works in."),
            "",
        ),
        Paper(
            "appraisal",
            N_("Personal targets"),
            N_("Private: a sheet for each person, for the appraisal. Not for publication."),
            "person",
            many=True,
        ),
    )
}

Drawn = Callable[[Register, Sequence[str], str | None, Words, str], bytes]
DrawnLong = Callable[[Register, Sequence[str], str | None, Words, str, Told], bytes]


def paper_bytes(
    register: Register,
    name: str,
    of: Sequence[str],
    year: str | None,
    words: Words,
    today: str,
    progress: Progress = lambda _done, _of: True,
) -> bytes:
    """The PDF of a paper as at `today`, the same bytes for the same register.

    `of` is an annual update's id or the name of an outside body; for a progress report a progress update's
    id or the name or id of a partnership; for a paper of many any number of names or ids; the registers take
    none. `year` is a municipal year ('2025-26'), for reports on partnerships a period or a year, for
    contributions a financial year. Raises Refused when the record or its update is not there.

    `progress` is told how far a long paper is, and may stop it: then Stopped is raised.
    """
    if paper_called(name).name in _DRAWN_LONG:
        return _DRAWN_LONG[name](register, of, year, words, today, telling(progress))
    return _DRAWN[paper_called(name).name](register, of, year, words, today)


def make_paper(
    register: Register, name: str, out: Path, of: Sequence[str], year: str | None, words: Words, today: str
) -> Path:
    """Write a paper to `out`, never seen half written; Unavailable when it cannot be."""
    spare_the_register(register, out)
    return write_file(paper_bytes(register, name, of, year, words, today), out)


def paper_called(name: str) -> Paper:
    """The paper of this name; Refused for none."""
    if name not in PAPERS:
        raise Refused(
            Say(
                N_("There is no paper called ‘{name}’. There are: {known}."),
                {"name": name[:80], "known": ", ".join(PAPERS)},
            )
        )
    return PAPERS[name]


def _draw_annual_update(
    register: Register, of: Sequence[str], year: str | None, words: Words, today: str
) -> bytes:
    from pmdesk.papers.annual_update import annual_update

    row = annual_update_meant(register, of, year)
    figures = annual_update_figures(register, str(row["id"]), words, today)
    return annual_update(noted(figures, register, "annual-update", of, year, words, today), words)


def _draw_progress(
    register: Register, of: Sequence[str], year: str | None, words: Words, today: str
) -> bytes:
    from pmdesk.papers.progress import progress

    row = progress_update_meant(register, of, year)
    figures = progress_figures(register, str(row["id"]), words, today)
    return progress(noted(figures, register, "progress", of, year, words, today), words)


def _draw_annual_pack(
    register: Register, of: Sequence[str], year: str | None, words: Words, today: str, told: Told
) -> bytes:
    from pmdesk.papers.annual_pack import annual_pack

    figures = pack_figures(register, of, year, words, today, first_half(told))
    return annual_pack(
        noted(figures, register, "annual-pack", of, year, words, today), words, second_half(told)
    )


def _draw_cabinet(
    register: Register, of: Sequence[str], year: str | None, words: Words, today: str, told: Told
) -> bytes:
    from pmdesk.papers.cabinet import cabinet

    figures = cabinet_figures(register, of, year, words, today, told)
    return cabinet(noted(figures, register, "cabinet", of, year, words, today), words)


def _draw_slippage(
    register: Register, of: Sequence[str], year: str | None, words: Words, today: str, told: Told
) -> bytes:
    from pmdesk.papers.slippage import slippage

    figures = slippage_figures(register, of, words, today, told)
    return slippage(noted(figures, register, "slippage", of, year, words, today), words)


def _draw_contributions(
    register: Register, of: Sequence[str], year: str | None, words: Words, today: str
) -> bytes:
    from pmdesk.papers.contributions import contributions

    figures = contribution_figures(register, of, year, words, today)
    return contributions(noted(figures, register, "contributions", of, year, words, today), words)


def _draw_health_check(
    register: Register, of: Sequence[str], year: str | None, words: Words, today: str
) -> bytes:
    from pmdesk.papers.health_check import health_check

    return health_check(health_paper(register, of, words, today), words)


def _draw_scrutiny(
    register: Register, of: Sequence[str], year: str | None, words: Words, today: str
) -> bytes:
    from pmdesk.papers.scrutiny import scrutiny

    return scrutiny(scrutiny_figures(register, words, today), words)


def _draw_appraisal(
    register: Register, of: Sequence[str], year: str | None, words: Words, today: str
) -> bytes:
    from pmdesk.papers.appraisal import appraisal

    return appraisal(appraisal_figures(register, of, year, words, today), words)


def _draw_measure(register: Register, of: Sequence[str], year: str | None, words: Words, today: str) -> bytes:
    from pmdesk.papers.measure import measure

    paper = measure_paper(register, of, words, today)
    return measure(noted(paper, register, "measure", of, year, words, today), words)


def _draw_plan(register: Register, of: Sequence[str], year: str | None, words: Words, today: str) -> bytes:
    from pmdesk.papers.plan import plan

    meant = record_called(register, "plan", only(of, Say(N_("Say which plan the report is of."))))
    figures = plan_figures(register, meant, words, today)
    return plan(noted(figures, register, "plan", of, year, words, today), words)


def _draw_alignment(
    register: Register, of: Sequence[str], year: str | None, words: Words, today: str
) -> bytes:
    from pmdesk.papers.alignment import alignment

    paper = alignment_paper(register, words, today)
    return alignment(noted(paper, register, "alignment", of, year, words, today), words)


def _draw_appointments(
    register: Register, of: Sequence[str], year: str | None, words: Words, today: str
) -> bytes:
    from pmdesk.papers.appointments import appointments

    return appointments(appointments_figures(register, year, words, today), words)


def _draw_year(register: Register, of: Sequence[str], year: str | None, words: Words, today: str) -> bytes:
    from pmdesk.papers.year_pictures import year_paper

    figures = year_pictures(register, year or "", today, words, public=True)
    return year_paper(figures, council_name(register), today, words)


def _draw_list(
    gather: Callable[[Register, str, Words, str], RegisterFigures],
    register: Register,
    of: Sequence[str],
    year: str | None,
    words: Words,
    today: str,
) -> bytes:
    from pmdesk.papers.register_lists import register_list

    return register_list(gather(register, year or year_name(register, today), words, today), words)


# reportlab is slow to import, so each drawing fetches its own when it is first asked for.
_DRAWN: Mapping[str, Drawn] = {
    "annual-update": _draw_annual_update,
    "progress": _draw_progress,
    "contributions": _draw_contributions,
    "health-check": _draw_health_check,
    "measure": _draw_measure,
    "scrutiny": _draw_scrutiny,
    "appraisal": _draw_appraisal,
    "plan": _draw_plan,
    "alignment": _draw_alignment,
    "appointments": _draw_appointments,
    "register-outside-bodies": partial(_draw_list, outside_bodies_figures),
    "year-in-pictures": _draw_year,
    "register-partnerships": partial(_draw_list, partnerships_figures),
    "tensions": partial(_draw_list, tension_figures),
}

# Those that may take seconds: they say how far they are, and can be stopped.
_DRAWN_LONG: Mapping[str, DrawnLong] = {
    "annual-pack": _draw_annual_pack,
    "cabinet": _draw_cabinet,
    "slippage": _draw_slippage,
}


def year_name(register: Register, today: str) -> str:
    """The municipal year a paper is of where none is named; '' where there is none."""
    return str((current_year(register, today) or {}).get("name") or "")
