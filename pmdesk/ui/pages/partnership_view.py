"""Draws a partnership's page: a record's page with the matrix of its risks under their list."""

from pmdesk.figures.record_page import Section
from pmdesk.ui.charts.risk_matrix import RiskMatrixPart
from pmdesk.ui.pages.record_view import RecordView
from pmdesk.ui.section import Section as SectionPart


class PartnershipView(RecordView):
    """`matrix` is the drawn one, None where no risk is open."""

    def __init__(self) -> None:
        super().__init__()
        self.matrix: RiskMatrixPart | None = None

    def _draw(self) -> None:
        self.matrix = None
        super()._draw()

    def _section(self, section: Section) -> SectionPart:
        part = super()._section(section)
        if section.matrix:
            self.matrix = RiskMatrixPart(section.matrix)
            part.add(self.matrix)
        return part
