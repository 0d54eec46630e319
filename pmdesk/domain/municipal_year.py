"""The municipal year: from one Annual Council in May to the next."""

from collections.abc import Mapping

from pmdesk.domain.facts import NOTE, Entity, Field, Type
from pmdesk.domain.words import N_

MUNICIPAL_YEAR = Entity(
    "municipal_year",
    N_("Municipal year"),
    N_("Municipal years"),
    (
        Field("name", N_("Year"), help=N_("As in 2025-26."), required=True, also=("label", "municipal year")),
        Field(
            "annual_council", N_("Annual Council"), Type.DATE, N_("The meeting in May that begins this year.")
        ),
        Field(
            "returns_due",
            N_("Annual updates are due"),
            Type.DATE,
            N_("The day by which members return their annual updates."),
            also=("returns are due", "due"),
        ),
        NOTE,
    ),
    saved=N_("Saved municipal year"),
    removed=N_("Deleted municipal year"),
)


def next_year(name: str) -> str:
    """The label of the year after `name`.

    >>> next_year("2025-26")
    '2026-27'
    """
    first = int(name[:4]) + 1
    return f"{first}-{(first + 1) % 100:02d}"


def year_bounds(name: str, years: Mapping[str, str | None]) -> tuple[str, str]:
    """First and last day (ISO) of municipal year `name`; `years` maps labels to Annual Council dates.

    Where a date is not known, the year runs from 16 May, the middle of the days Annual Council may fall on.

    >>> year_bounds("2025-26", {"2025-26": "2025-05-21", "2026-27": "2026-05-20"})
    ('2025-05-21', '2026-05-19')
    """
    from datetime import date, timedelta

    after = next_year(name)
    starts = years.get(name) or f"{name[:4]}-05-16"
    ends = years.get(after) or f"{after[:4]}-05-16"
    return starts, (date.fromisoformat(ends) - timedelta(days=1)).isoformat()
