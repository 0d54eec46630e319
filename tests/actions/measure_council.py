"""A small council with measures in a real register: EN02 as drawn, CH8 of Lancaster, and a few more."""

from pathlib import Path
from typing import NamedTuple

from pmdesk.actions.records import save
from pmdesk.actions.registers import Register, start

TODAY = "2026-04-27"
EN02_VALUES = ["42.1", "42.9", "43.6", "44.2", "44.8", "45.1", "45.0", "45.2", "45.1", "44.4", "45.9", "46.9"]
EN02_PERIODS = [f"{year} Q{n}" for year in ("2023-24", "2024-25", "2025-26") for n in (1, 2, 3, 4)]
COMMENTARY = {
    "2025-26 Q4": "Food waste rounds reached Howgate in February",
    "2025-26 Q3": "Loads accepted again from 6 October",
    "2025-26 Q2": "Four weeks of loads rejected",
}


class Measures(NamedTuple):
    register: Register
    ids: dict[str, str]

    def add(self, called: str, kind: str, /, **typed: object) -> str:
        self.ids[called] = save(self.register, kind, typed)[0]
        return self.ids[called]


def council(folder: Path) -> Measures:
    """Aldermoor with a plan, a partnership and five measures; EN02's figures are those of the drawing."""
    register = start(folder / "aldermoor.pmdesk", "Aldermoor District Council", "2025-26",
                     by="Gareth Poole", today=TODAY)  # fmt: skip
    made = Measures(register, {})
    made.add("tom", "person", name="Tom Brandreth", kind="officer")
    made.add("waste", "partnership", name="Wendle Waste Partnership", kind="thematic", status="current")
    made.add("plan", "plan", name="Corporate plan", kind="corporate_plan")
    made.add("climate", "plan", name="Wendleshire Climate Plan", kind="community_strategy")
    made.add("greener", "objective", name="A greener district", code="3", plan=made.ids["plan"])
    made.add("less", "objective", name="Less waste", plan=made.ids["climate"])
    made.add("aligned", "alignment", objective=made.ids["greener"], serves=made.ids["less"])
    recycling(made)
    sick_days(made)
    others(made)
    return made


def recycling(made: Measures) -> None:
    made.add(
        "EN02", "measure", code="EN02", title="Household waste recycled", kind="outcome", unit="%",
        decimals="1",
        definition="Household waste sent for reuse, recycling or composting, over 12 months",
        covers="all households in Aldermoor and Wendle", partnership=made.ids["waste"], owner=made.ids["tom"],
        objective=made.ids["greener"], polarity="higher", aggregation="ratio", frequency="quarter",
        source="WasteDataFlow", data_supplier="Wendleshire County Council", baseline="41.8",
        baseline_on="March 2023", tolerance="5", change_interval="0.3", effort_hours="40",
        measured_by="Defra", measured_code="household recycling rate", visibility="public",
    )  # fmt: skip
    made.add("EN02 target", "target", measure=made.ids["EN02"], period="2026-27 Q4", value="50", floor="43")
    for period, value in zip(EN02_PERIODS, EN02_VALUES, strict=True):
        cause = {"cause": "another_partner"} if period == "2025-26 Q2" else {}
        made.add(f"EN02 {period}", "reading", measure=made.ids["EN02"], period=period, value=value,
                 commentary=COMMENTARY.get(period, ""), **cause)  # fmt: skip


def sick_days(made: Measures) -> None:
    """Lancaster's CH8 (field.md, rule 2): its last quarter is missed and nobody said why."""
    made.add("CH8", "measure", code="CH8", title="Days lost to sickness", kind="activity", unit="days",
             decimals="2", polarity="lower", aggregation="cumulative", frequency="quarter", tolerance="5",
             effort_hours="12")  # fmt: skip
    for part, target, value in (("Q1", "2.44", "2.456"), ("Q2", "4.875", "5.69"), ("Q3", "7.31", "9.05"),
                                ("Q4", "9.5", "12.06")):  # fmt: skip
        made.add(f"CH8 {part}", "reading", measure=made.ids["CH8"], period=f"2009-10 {part}", value=value)
        made.add(
            f"CH8 target {part}", "target", measure=made.ids["CH8"], period=f"2009-10 {part}", value=target
        )


def others(made: Measures) -> None:
    """One suppressed, one without a reading, one in a band with other areas."""
    made.add("HS01", "measure", code="HS01", title="Rough sleepers", polarity="lower", unit="people",
             frequency="quarter", partnership=made.ids["waste"])  # fmt: skip
    made.add("HS01 now", "reading", measure=made.ids["HS01"], period="2026-27 Q1", state="suppressed")
    made.add("XX01", "measure", title="Meetings held", kind="input")
    made.add("SC03", "measure", code="SC03", title="Primary class size", polarity="band", unit="pupils",
             frequency="year", objective=made.ids["less"])  # fmt: skip
    made.add("SC03 target", "target", measure=made.ids["SC03"], period="2025-26", low="22", high="27")
    made.add("SC03 now", "reading", measure=made.ids["SC03"], period="2025-26", value="29")
