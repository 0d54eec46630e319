"""The figures of an annual pack for these tests: some updates printed, one awaited."""

from dataclasses import replace

from pmdesk.domain.words import Words
from pmdesk.figures.paper_pack import PackFigures, Seat, Told, pack
from pmdesk.figures.year_pictures import YearPictures
from tests.papers.example_papers import COUNCIL, annual_update_figures
from tests.ui.charts.year_charts import GROUPS, STEPS, WORTH

ROW: dict[str, object] = {
    "worthwhile_council": "yes", "worthwhile_body": "partly", "worthwhile_member": None,
    "meetings_held": 8, "meetings_attended": 7, "recommendation": "continue",
}  # fmt: skip


def pack_figures(words: Words, count: int = 3) -> PackFigures:
    """`count` updates, the second of which asks for an end and says nothing of meetings."""
    told, seats = [], [Seat("Cllr Ann Ode", "Dock Trust", False)]
    for n in range(count):
        body, member = f"Body {n:03} of Tŷ Glân", f"Cllr Member {n % 20}"
        row = ROW if n != 1 else {**ROW, "recommendation": "end", "meetings_held": None}
        update = replace(annual_update_figures(), body=body, member=member)
        told.append(Told(row, update))
        seats.append(Seat(member, body, True))
    pictures = YearPictures("2025-26", STEPS, (GROUPS, WORTH))
    return pack(COUNCIL, "2025-26", seats, told, "2026-04-27", words, pictures)
