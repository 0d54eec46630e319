"""Due diligence: what the council asks about a body before it sends anyone there, and what is still open."""

from collections.abc import Mapping
from typing import NamedTuple

from pmdesk.domain.facts import Field
from pmdesk.domain.outside_body import DUE_DILIGENCE


class DueDiligence(NamedTuple):
    """The questions of a body by how they stand; `on` is the day they were answered, as it was typed."""

    answered: tuple[Field, ...]  # yes or no
    open: tuple[Field, ...]  # not asked yet, or the answer is 'not known'
    against: tuple[Field, ...]  # answered no: a reason to think twice, not to stop
    on: str

    @property
    def complete(self) -> bool:
        return not self.open


def due_diligence(body: Mapping[str, object]) -> DueDiligence:
    """How a body's questions stand. 'Not known' is no answer: somebody still has to find out.

    >>> found = due_diligence({"indemnity": "yes", "advice": "no", "regulator": "not_known"})
    >>> len(found.answered), len(found.open), [field.name for field in found.against], found.complete
    (2, 5, ['advice'], False)
    """
    answered = tuple(field for field in DUE_DILIGENCE if body.get(field.name) in ("yes", "no"))
    return DueDiligence(
        answered,
        tuple(field for field in DUE_DILIGENCE if field not in answered),
        tuple(field for field in answered if body.get(field.name) == "no"),
        str(body.get("due_diligence_on") or ""),
    )
