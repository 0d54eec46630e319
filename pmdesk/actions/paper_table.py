"""The table of papers: what each is called, what it says of itself and what it is of; no drawing."""

from collections.abc import Mapping
from typing import NamedTuple

from pmdesk.domain.check import Refused
from pmdesk.domain.words import N_, Say


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
            "validation",
            N_("Validation of the framework"),
            N_("Each head with its score, what is strong and missing, and its evidence."),
            "validation",
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
            "person-report",
            N_("What we hold about a person"),
            N_("Private: all that names one person, for them. Not for publication."),
            "person",
        ),
        Paper(
            "erasure",
            N_("People’s data erased"),
            N_("What was taken out of the register for good, when and by whom; no names."),
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
