"""The papers this register can print: their bytes, their file (`paper_table.py` says which there are).

To add a paper:
1. what it says as frozen values in `figures/paper_values.py`, with no place for anything private;
2. its gathering from the register in a file here, through `public.py` only; its test plants a secret;
3. its drawing in `papers`, every piece of it tagged; its test reads text and tags back from the PDF;
4. its row in PAPERS (`paper_table.py`) and its drawing in _DRAWN, in _DRAWN_LONG if it may take seconds;
   window and command line offer it by themselves. With `many` the window lets several records be chosen,
   all of them until then: `paper_choices.py` says which there are.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from pmdesk.actions.alignment_paper import alignment_paper
from pmdesk.actions.annual_pack import pack_figures
from pmdesk.actions.annual_update_paper import annual_update_figures
from pmdesk.actions.appointments_paper import appointments_figures
from pmdesk.actions.appraisal_paper import appraisal_figures
from pmdesk.actions.cabinet_paper import cabinet_figures
from pmdesk.actions.contributions_paper import contribution_figures
from pmdesk.actions.erasure_paper import erasure_figures
from pmdesk.actions.figure_papers import measure_paper
from pmdesk.actions.health_paper import health_paper
from pmdesk.actions.paper_subjects import annual_update_meant, only, progress_update_meant
from pmdesk.actions.paper_table import paper_called
from pmdesk.actions.person_report import person_report
from pmdesk.actions.plan_paper import plan_figures
from pmdesk.actions.progress_paper import progress_figures
from pmdesk.actions.register_papers import outside_bodies_figures, partnerships_figures
from pmdesk.actions.resting import noted
from pmdesk.actions.scrutiny_paper import scrutiny_figures
from pmdesk.actions.slippage_paper import slippage_figures
from pmdesk.actions.tensions_paper import tension_figures
from pmdesk.actions.this_laptop import council_name
from pmdesk.actions.titles import record_called
from pmdesk.actions.validation_paper import validation_paper
from pmdesk.actions.writing import spare_the_register, write_file
from pmdesk.actions.year_pictures import year_pictures
from pmdesk.actions.years import current_year
from pmdesk.domain.telling import Progress, Told, first_half, second_half, telling
from pmdesk.domain.words import N_, Say, Words
from pmdesk.figures.paper_values import RegisterFigures
from pmdesk.register.store import Register

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


def _draw_validation(
    register: Register, of: Sequence[str], year: str | None, words: Words, today: str
) -> bytes:
    from pmdesk.papers.validation import validation

    return validation(validation_paper(register, of, words, today), words)


def _draw_person_report(
    register: Register, of: Sequence[str], year: str | None, words: Words, today: str
) -> bytes:
    from pmdesk.papers.person_report import person_report_paper

    return person_report_paper(person_report(register, of, words, today), words)


def _draw_erasure(register: Register, of: Sequence[str], year: str | None, words: Words, today: str) -> bytes:
    from pmdesk.papers.erasure import erasure_paper

    return erasure_paper(erasure_figures(register, of, words, today), words)


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
    "validation": _draw_validation,
    "measure": _draw_measure,
    "scrutiny": _draw_scrutiny,
    "appraisal": _draw_appraisal,
    "person-report": _draw_person_report,
    "erasure": _draw_erasure,
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
