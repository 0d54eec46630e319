"""Health checks in figures' tests: one that is new, one open, one closed with results worked out by hand."""

from pmdesk.domain.health_results import results_of
from pmdesk.domain.health_templates import principles_of
from pmdesk.figures.health import Health

CHECK = {
    "id": "c",
    "title": "How we work together",
    "partnership": "p",
    "partnership_name": "Safer Aldermoor",
    "template": "own",
    "closes_on": "2026-05-01",
}
ASKED = principles_of("own", "# Trust\nWe keep our word.\nWe say hard things.\n# Money\nIt arrives.")
INVITED = (("a", "Council"), ("b", "Health"), ("d", "Police"), ("e", "Voices"))
GIVEN = [[4, 3, 2], [1, 3, 2], [3, 4, None], [4, 1, None], [1, 1, None]]


def new() -> Health:
    return Health("new", "", "", ASKED, INVITED, frozenset(), None, (), True)


def opened(*answered: str, here: bool = True) -> Health:
    return Health("open", "2026-04-01", "", ASKED, INVITED, frozenset(answered), None, (), here)


def closed(on: str = "2026-04-20", said: tuple[str, ...] = ()) -> Health:
    results = results_of(GIVEN, [2, 1])
    return Health("closed", "2026-04-01", on, ASKED, (), frozenset(), results, said, True)
