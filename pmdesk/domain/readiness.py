"""Data readiness (field.md, rule 12): what a measure still lacks, as a flag beside its rating."""

from collections.abc import Iterable, Mapping

from pmdesk.domain.decimals import decimal_of
from pmdesk.domain.series import Record
from pmdesk.domain.words import N_, Say

# The fields a measure should have, each with how its lack is said.
NEEDED: Mapping[str, str] = {
    "baseline": N_("no baseline"),
    "definition": N_("no definition"),
    "source": N_("no source"),
    "frequency": N_("no frequency"),
    "data_supplier": N_("no data supplier"),
}


def missing(measure: Record) -> tuple[str, ...]:
    """The names of the fields a measure lacks (rule 12); a baseline that is no number, 'awaited', is lacking.

    >>> missing({"baseline": "awaited", "definition": "Tonnes", "source": "Defra", "frequency": "quarter"})
    ('baseline', 'data_supplier')
    """
    return tuple(name for name in NEEDED if not _has(measure, name))


def say_missing(names: Iterable[str]) -> Say:
    """What is lacking in words; an empty sentence when nothing is.

    >>> str(say_missing(["baseline", "source"]))
    'not ready: no baseline, no source'
    """
    lacks = [Say(NEEDED[name]) for name in names]
    return Say(N_("not ready: {lacks}"), {"lacks": lacks}) if lacks else Say("")


def _has(measure: Record, name: str) -> bool:
    if name == "baseline":
        return decimal_of(measure.get(name)) is not None
    return bool(str(measure.get(name) or "").strip())
