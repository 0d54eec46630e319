"""From the register to the paper of a health check: of a closed one alone, that three partners answered.

It reads the check through public.py, and of the box only what `health_of` gives: quartiles. Partners' words
for everybody stand on the check's page alone.
"""

from collections.abc import Sequence

from pmdesk.actions import public
from pmdesk.actions.health_checks import health_rows
from pmdesk.actions.paper_subjects import only
from pmdesk.actions.reading import read_record
from pmdesk.actions.this_laptop import council_name
from pmdesk.actions.titles import record_called
from pmdesk.domain.check import Refused
from pmdesk.domain.words import N_, Say, Words
from pmdesk.figures.paper_health import HealthFigures, health_figures
from pmdesk.register.store import Register

NOT_CLOSED = N_(
    "This health check is not closed. Nothing is printed before it is, and nothing below three answers."
)


def health_paper(register: Register, of: Sequence[str], words: Words, today: str) -> HealthFigures:
    """The paper of one check (its id or name); Refused while it is not closed."""
    meant = record_called(
        register, "health_check", only(of, Say(N_("Say which health check the paper is of.")))
    )
    rows = health_rows(register, read_record(register, "health_check", meant))
    if rows.health.results is None:
        raise Refused(Say(NOT_CLOSED))
    check = public.public("health_check", rows.check)
    earlier = [health._replace(said=()) for _check, health in rows.earlier]
    own = rows.health._replace(said=())
    return health_figures(check, own, earlier, council_name(register), words, today)
